/** Members of somebody else's object that were replaced, and can be put back. */
export class Overrides {
  readonly #originals: (() => void)[] = [];

  /** Replaces a member, whatever kind it is: an accessor of the SDK's, an inherited method, or one that was not there. */
  set(object: object, key: PropertyKey, value: unknown): void {
    const original = Object.getOwnPropertyDescriptor(object, key);
    Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
    this.#originals.push(() => {
      // Whoever replaced it after us knows why.
      if (Object.getOwnPropertyDescriptor(object, key)?.value !== value) return;
      if (original === undefined) Reflect.deleteProperty(object, key);
      else Object.defineProperty(object, key, original);
    });
  }

  /** Remembers a member that others will change, to put it back whatever it has become. */
  remember(object: object, key: PropertyKey): void {
    const original = Object.getOwnPropertyDescriptor(object, key);
    this.#originals.push(() => {
      if (original === undefined) Reflect.deleteProperty(object, key);
      else Object.defineProperty(object, key, original);
    });
  }

  /** Puts everything back, the last replaced first. Safe to call twice. */
  undo(): void {
    for (let original = this.#originals.pop(); original !== undefined; original = this.#originals.pop())
      original();
  }
}
