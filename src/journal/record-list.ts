/**
 * Up to this many records, each reader gets an array of its own. Above, readers share one array: copying would be
 * quadratic for a test that looks after each of very many calls (a row of the benchmark).
 */
const MAX_COPIED = 1_000;

/** The records of an array that only grows: each reader sees a frozen array of what was there when it read. */
export class RecordList<Item, Made> {
  readonly #make: (item: Item) => Made;
  #source: readonly Item[] = [];
  #version = -1;
  #last: readonly Made[] = Object.freeze([]);

  /** @param make makes the record of an item, and returns the same one as long as nothing about the item has changed */
  constructor(make: (item: Item) => Made) {
    this.#make = make;
  }

  /**
   * @param source the items as they are now
   * @param version changes when any record does
   */
  read(source: readonly Item[], version = source.length): readonly Made[] {
    if (source === this.#source && version === this.#version) return this.#last;
    this.#source = source;
    this.#version = version;
    this.#last =
      source.length > MAX_COPIED
        ? readOnlyView(source, source.length, this.#make)
        : Object.freeze(source.map((item) => this.#make(item)));
    return this.#last;
  }
}

/** An array that shows the first items of another one and cannot be written to. */
function readOnlyView<Item, Made>(
  source: readonly Item[],
  length: number,
  make: (item: Item) => Made,
): readonly Made[] {
  const refuse = (_target: unknown, key: PropertyKey): never => {
    throw new TypeError(`Cannot write to ${String(key)}: the records are read only`);
  };
  const indexOf = (key: PropertyKey) => (typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : -1);
  const at = (index: number): Made | undefined => {
    const item = index < length ? source[index] : undefined;
    return item === undefined ? undefined : make(item);
  };
  // `console.log` prints the target of a proxy, and asks it first for a way of its own.
  const target: Made[] = [];
  Object.defineProperty(target, INSPECT, {
    value: () => Array.from({ length: Math.min(length, MAX_PRINTED) }, (_, index) => at(index)),
  });
  return new Proxy<Made[]>(target, {
    get: (array, key, receiver) => {
      if (key === 'length') return length;
      const index = indexOf(key);
      return index < 0 ? Reflect.get(array, key, receiver) : at(index);
    },
    has: (array, key) => (indexOf(key) >= 0 ? indexOf(key) < length : Reflect.has(array, key)),
    ownKeys: () => [...Array.from({ length }, (_, index) => String(index)), 'length', INSPECT],
    getOwnPropertyDescriptor: (array, key) => {
      if (key === 'length') return { value: length, writable: true, enumerable: false, configurable: false };
      const index = indexOf(key);
      if (index < 0 || index >= length) return Reflect.getOwnPropertyDescriptor(array, key);
      return { value: at(index), writable: false, enumerable: true, configurable: true };
    },
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    setPrototypeOf: () => false,
    preventExtensions: () => false,
  });
}

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** `console.log` shows a hundred items of an array and counts the others. */
const MAX_PRINTED = 101;
