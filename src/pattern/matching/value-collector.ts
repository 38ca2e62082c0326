import { comparableNumber } from '../language/comparable-number.js';
import type { EventVisitor } from './events/event-visitor.js';
import type { FieldValue } from './values/field-value.js';

/** An element of an array, the array by its number, and the element that the array is in. */
export interface ArrayElement {
  readonly array: number;
  readonly index: number;
  readonly outer: ArrayElement | undefined;
}

/** A value of an event, with the innermost array element (an object or an array) that it is in. */
export interface LocatedValue {
  readonly value: FieldValue;
  readonly element: ArrayElement | undefined;
}

/** Collects the values that an event has at each path of a pattern, in the order of the event. */
export class ValueCollector implements EventVisitor {
  readonly byPath: readonly (readonly LocatedValue[])[];
  readonly #found: LocatedValue[][];
  readonly #open: { readonly array: number; index: number; readonly outer: ArrayElement | undefined }[] = [];
  #element: ArrayElement | undefined;
  #arrays = 0;

  constructor(paths: number) {
    this.#found = Array.from({ length: paths }, () => []);
    this.byPath = this.#found;
  }

  ambiguousName(): void {}

  openArray(): void {
    this.#open.push({ array: this.#arrays++, index: 0, outer: this.#element });
  }

  openElement(): void {
    const open = this.#open.at(-1);
    if (open !== undefined) this.#element = { array: open.array, index: open.index++, outer: open.outer };
  }

  closeElement(): void {
    this.#element = this.#element?.outer;
  }

  closeArray(): void {
    this.#open.pop();
  }

  string(leaf: number, string: string): void {
    this.#add(leaf, { kind: 'string', string });
  }

  writtenNumber(leaf: number, json: string): void {
    this.#add(leaf, { kind: 'number', json, number: comparableNumber(json) });
  }

  parsedNumber(leaf: number, value: number): void {
    this.#add(leaf, { kind: 'number', json: JSON.stringify(value), number: value });
  }

  literal(leaf: number, json: string): void {
    this.#add(leaf, { kind: 'literal', json });
  }

  #add(leaf: number, value: FieldValue): void {
    this.#found[leaf]?.push({ value, element: this.#element });
  }
}
