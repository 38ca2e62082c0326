import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { runInThisContext } from 'node:vm';
import { randomNumbers } from '../../../base/random.js';

const SILENCED = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/** What surrounds the publisher while it runs, so that a run has no effect outside and comes out the same each time. */
export class Sandbox {
  /** How many lines the run has logged. */
  logLines = 0;
  /** What was thrown where nobody could catch it. */
  unhandled: unknown[] = [];
  readonly #seed: number | string;
  readonly #restores: (() => void)[] = [];
  #random: () => number;

  constructor(seed: number | string) {
    this.#seed = seed;
    this.#random = randomNumbers(seed);
  }

  /** Takes over logging, randomness and the errors that nobody catches. */
  enter(): void {
    for (const method of SILENCED) {
      this.#replace(console, method, () => {
        this.logLines++;
      });
    }
    this.#replace(Math, 'random', () => this.#random() / 2 ** 32);
    const randomUUID = () => this.#uuid();
    this.#replace(crypto, 'randomUUID', randomUUID);
    this.#replace(globalThis.crypto, 'randomUUID', randomUUID);
    this.#replace(AbortSignal, 'timeout', abortAfter);
    syncBuiltinESMExports();
    for (const event of ['unhandledRejection', 'uncaughtException'] as const) this.#listen(event);
  }

  /** The next run begins. */
  restart(): void {
    this.logLines = 0;
    this.unhandled = [];
    this.#random = randomNumbers(this.#seed);
  }

  leave(): void {
    for (const restore of this.#restores.reverse()) restore();
    this.#restores.length = 0;
    syncBuiltinESMExports();
  }

  /** A runner's own listeners would fail the test for what a run of the explorer did. */
  #listen(event: 'unhandledRejection' | 'uncaughtException'): void {
    // A runner's sandbox has a copy of `process`, and only the real one hears of these.
    const real: NodeJS.Process = runInThisContext('process');
    const others = real.listeners(event as 'uncaughtException');
    const note = (error: unknown) => {
      this.unhandled.push(error);
    };
    real.removeAllListeners(event);
    real.on(event, note);
    this.#restores.push(() => {
      real.off(event, note);
      for (const other of others) real.on(event, other);
    });
  }

  #uuid(): `${string}-${string}-${string}-${string}-${string}` {
    const hex = () => this.#random().toString(16).padStart(8, '0');
    const [a, b, c, d] = [hex(), hex(), hex(), hex()];
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
  }

  #replace<T extends object, K extends keyof T>(object: T, key: K, value: T[K]): void {
    const original = Object.getOwnPropertyDescriptor(object, key);
    Object.defineProperty(object, key, { value, configurable: true, writable: true });
    this.#restores.push(() => {
      if (original === undefined) Reflect.deleteProperty(object, key);
      else Object.defineProperty(object, key, original);
    });
  }
}

/** Node's own waits in real time, which fake timers do not reach. */
function abortAfter(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  setTimeout(() => controller.abort(reason), milliseconds);
  return controller.signal;
}
