/** The items of an array that only grows that pass a test. Each item is tested once. */
export class GrowingFilter<Item> {
  readonly #test: (item: Item) => boolean;
  #source: readonly Item[] = [];
  #tested = 0;
  #passing: Item[] = [];

  constructor(test: (item: Item) => boolean) {
    this.#test = test;
  }

  /** @param source the array as it is now; another array starts again */
  of(source: readonly Item[]): readonly Item[] {
    if (source !== this.#source) {
      this.#source = source;
      this.#tested = 0;
      this.#passing = [];
    }
    for (; this.#tested < source.length; this.#tested++) {
      const item = source[this.#tested];
      if (item !== undefined && this.#test(item)) this.#passing.push(item);
    }
    return this.#passing;
  }
}
