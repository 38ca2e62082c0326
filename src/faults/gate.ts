import { wrongUse } from '../base/errors.js';
import type { RequestError } from '../service/put-events-types.js';

/** Where held requests wait until the test opens it. */
export class Gate {
  /** How many requests wait now. */
  waiting = 0;
  #isClosedForGood = false;
  #open: ((error: RequestError | undefined) => void) | undefined;
  #arrive: (() => void) | undefined;
  #giveUp: ((reason: Error) => void) | undefined;
  readonly #opened = new Promise<RequestError | undefined>((resolve) => {
    this.#open = resolve;
  });
  readonly #arrived = new Promise<void>((resolve, reject) => {
    this.#arrive = resolve;
    this.#giveUp = reject;
  });

  constructor() {
    // A test may call `reached()` and not await it.
    this.#arrived.catch(() => {});
  }

  /** A request waits for the gate to open. @returns the error that it fails with, if any */
  enter(): Promise<RequestError | undefined> {
    this.waiting++;
    this.#arrive?.();
    return this.#opened;
  }

  /** A request does not wait any more: it passes, or the client has given up. */
  leave(): void {
    this.waiting--;
  }

  /** Lets through what waits, and whatever comes later. */
  open(error?: RequestError): void {
    this.#open?.(error);
  }

  /** Opens, and rejects what waits for a request to arrive. */
  abandon(why: string): void {
    if (this.#isClosedForGood) return;
    this.#isClosedForGood = true;
    this.#giveUp?.(wrongUse(`hold().reached(): ${why} before it held a request.`));
    this.open();
  }

  /** Resolves once a request waits here. */
  reached(): Promise<void> {
    return this.#arrived;
  }
}
