const FIRST_AFTER_SECONDS = 1;
const EVERY_SECONDS = 0.1;
const ERASE_LINE = '\r\u001B[2K';

/** Where the line goes: `process.stderr`. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A line in the terminal while an exploration takes over a second. It is gone at the end; without a terminal there is none. */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #seconds: () => number;
  readonly #start: number;
  #nextAt: number;
  #isShown = false;

  /** @param seconds a clock that no fake timers touch */
  constructor(stream: ProgressStream = process.stderr, seconds: () => number = () => process.uptime()) {
    this.#stream = stream;
    this.#seconds = seconds;
    this.#start = seconds();
    this.#nextAt = this.#start + FIRST_AFTER_SECONDS;
  }

  /** Seconds since the exploration began. */
  get elapsed(): number {
    return this.#seconds() - this.#start;
  }

  show(what: string): void {
    if (this.#stream.isTTY !== true || this.#seconds() < this.#nextAt) return;
    this.#nextAt = this.#seconds() + EVERY_SECONDS;
    this.#isShown = true;
    this.#stream.write(`${ERASE_LINE}exploring failures: ${what}`);
  }

  end(): void {
    if (this.#isShown) this.#stream.write(ERASE_LINE);
    this.#isShown = false;
  }
}
