/** Frozen copies of a list that only grows, each item made into a record once. */
export class GrownList<Item, Made> {
  readonly #make: (item: Item) => Made;
  #source: readonly Item[] = [];
  #records: Made[] = [];
  #frozen: readonly Made[] = Object.freeze([]);

  constructor(make: (item: Item) => Made) {
    this.#make = make;
  }

  /** @param source the list as it is now; another list begins anew */
  of(source: readonly Item[]): readonly Made[] {
    if (source !== this.#source) {
      this.#source = source;
      this.#records = [];
      this.#frozen = Object.freeze([]);
    }
    if (this.#frozen.length !== source.length) {
      for (const item of source.slice(this.#records.length)) this.#records.push(this.#make(item));
      this.#frozen = Object.freeze(this.#records.slice());
    }
    return this.#frozen;
  }
}
