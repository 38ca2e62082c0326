import { randomNumbers } from '../base/random.js';
import { createEventIds, createRequestIds } from '../service/ids.js';

/** Everything of a fake that looks random, and comes out the same for the same seed. */
export class SeededNumbers {
  readonly #seed: number | string;
  nextEventId!: () => string;
  nextRequestId!: () => string;
  #chances!: () => number;

  constructor(seed: number | string) {
    this.#seed = seed;
    this.restart();
  }

  /** Starts again, as when the fake was created. */
  restart(): void {
    // A sequence each: how often one is used must not change what another gives.
    this.nextEventId = createEventIds(randomNumbers(`${this.#seed} event ids`));
    this.nextRequestId = createRequestIds(randomNumbers(`${this.#seed} request ids`));
    this.#chances = randomNumbers(`${this.#seed} chances`);
  }

  /** A number from 0 up to 1. */
  chance(): number {
    return this.#chances() / 2 ** 32;
  }
}
