import { randomNumbers } from '../base/random.js';
import { eventIds } from '../service/event-ids.js';
import { requestIds } from '../wire/request-ids.js';

/** Everything of a fake that looks random, and comes out the same for the same seed. */
export class SeededNumbers {
  readonly #seed: number | string;
  #nextEventId!: () => string;
  #nextRequestId!: () => string;
  #chances!: () => number;

  constructor(seed: number | string) {
    this.#seed = seed;
    this.restart();
  }

  /** Starts all over, as after the fake was made. */
  restart(): void {
    // A sequence each: how often one is asked must not change what another says.
    this.#nextEventId = eventIds(randomNumbers(`${this.#seed} event ids`));
    this.#nextRequestId = requestIds(randomNumbers(`${this.#seed} request ids`));
    this.#chances = randomNumbers(`${this.#seed} chances`);
  }

  nextEventId(): string {
    return this.#nextEventId();
  }

  nextRequestId(): string {
    return this.#nextRequestId();
  }

  /** A number from 0 up to 1. */
  chance(): number {
    return this.#chances() / 2 ** 32;
  }
}
