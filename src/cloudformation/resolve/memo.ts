type Outcome<Value> =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly value: Value }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * Evaluates each key once, and remembers the value or the error. Conditions and functions refer to each other freely, so
 * evaluating each reference again takes time exponential in their number.
 */
export class Memo<Key, Value> {
  readonly #outcomes = new Map<Key, Outcome<Value>>();

  /** @param onCycle called when the evaluation of the key needs the key itself */
  get(key: Key, evaluate: () => Value, onCycle: () => never): Value {
    const known = this.#outcomes.get(key);
    if (known?.state === 'done') return known.value;
    if (known?.state === 'failed') throw known.error;
    if (known?.state === 'running') onCycle();
    this.#outcomes.set(key, { state: 'running' });
    try {
      const value = evaluate();
      this.#outcomes.set(key, { state: 'done', value });
      return value;
    } catch (error) {
      this.#outcomes.set(key, { state: 'failed', error });
      throw error;
    }
  }
}
