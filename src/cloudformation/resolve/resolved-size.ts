import { Unresolved } from './unresolved.js';

/** CloudFormation takes templates of 1 MB; a small one can become gigabytes by references that repeat a value. */
const MAX_CHARACTERS = 1_000_000;
const CHARACTERS_OF_A_SCALAR = 8;

/** @throws {Unresolved} when a value of so many characters is too large */
export function refuseSize(characters: number): void {
  if (characters <= MAX_CHARACTERS) return;
  throw new Unresolved('It is larger than 1 MB once its functions are resolved.');
}

/** How many characters values have as JSON, roughly. An object that is shared counts each time, but is visited once. */
export class ResolvedSizes {
  readonly #known = new WeakMap<object, number>();

  of(value: unknown): number {
    if (typeof value === 'string') return value.length;
    if (typeof value !== 'object' || value === null) return CHARACTERS_OF_A_SCALAR;
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    let size = 2;
    if (Array.isArray(value)) for (const item of value) size += this.of(item) + 1;
    else for (const [key, child] of Object.entries(value)) size += key.length + this.of(child) + 1;
    this.#known.set(value, size);
    return size;
  }
}
