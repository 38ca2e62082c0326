import type { RequestError } from './request-errors.js';

/** Where held calls wait until the test opens it. */
export class Gate {
  /** How many calls wait now. */
  waiting = 0;
  #opened: ((error: RequestError | undefined) => void) | undefined;
  #reached: (() => void) | undefined;
  readonly #opening = new Promise<RequestError | undefined>((resolve) => {
    this.#opened = resolve;
  });
  readonly #arrival = new Promise<void>((resolve) => {
    this.#reached = resolve;
  });

  /** Waits for the gate to open. @returns the error that the call shall be answered with, if any */
  async pass(): Promise<RequestError | undefined> {
    this.waiting++;
    this.#reached?.();
    try {
      return await this.#opening;
    } finally {
      this.waiting--;
    }
  }

  /** Lets through what waits, and whatever comes later. */
  open(error?: RequestError): void {
    this.#opened?.(error);
  }

  /** Resolves once a call waits here. */
  reached(): Promise<void> {
    return this.#arrival;
  }
}
