/** Properties of somebody else's objects that were replaced, and can be put back. */
export class Overrides {
  readonly #undo: (() => void)[] = [];

  /** Replaces a property, whatever kind it is: an accessor of the SDK, an inherited method, or one that was not there. */
  set(object: object, key: PropertyKey, value: unknown): void {
    const original = Object.getOwnPropertyDescriptor(object, key);
    Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
    this.#undo.push(() => {
      // Whoever replaced it later keeps their value.
      if (Object.getOwnPropertyDescriptor(object, key)?.value === value) putBack(object, key, original);
    });
  }

  /** Remembers a property that others will change, to put it back whatever it has become. */
  remember(object: object, key: PropertyKey): void {
    const original = Object.getOwnPropertyDescriptor(object, key);
    this.#undo.push(() => putBack(object, key, original));
  }

  /** Puts everything back, the last replaced first. Safe to call twice. */
  undo(): void {
    for (let undo = this.#undo.pop(); undo !== undefined; undo = this.#undo.pop()) undo();
  }
}

function putBack(object: object, key: PropertyKey, original: PropertyDescriptor | undefined): void {
  if (original === undefined) Reflect.deleteProperty(object, key);
  else Object.defineProperty(object, key, original);
}
