import { strayMessage } from './strays.js';

/** Warns of operations that are not faked, of each of them once, where they do not fail `verify()`. */
export class StrayWarnings {
  readonly #warned = new Set<string>();

  warn(operation: string): void {
    if (this.#warned.has(operation)) return;
    this.#warned.add(operation);
    console.warn(`${strayMessage(operation)} (onStray: "warn")`);
  }

  /** A new test hears of them again. */
  forget(): void {
    this.#warned.clear();
  }
}
