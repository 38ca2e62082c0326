import type { EventSink } from './event-sink.js';
import type { FieldValue } from './field-value.js';
import { comparableNumber } from './numbers.js';

/** Where inside lists a value stands: a list by its number, the place in it, and what is around it. */
export interface Place {
  readonly list: number;
  readonly index: number;
  readonly around: Place | undefined;
}

/** A value of an event at a path that a pattern asks for; its place is that of the object or the inner list it is in. */
export interface Field {
  readonly value: FieldValue;
  readonly place: Place | undefined;
}

/** For each path of a pattern the values that an event has there, in the order of the event. */
export class EventFields implements EventSink {
  readonly at: (readonly Field[])[];
  readonly #found: Field[][];
  readonly #open: { readonly list: number; index: number; readonly around: Place | undefined }[] = [];
  #place: Place | undefined;
  #lists = 0;

  constructor(paths: number) {
    this.#found = Array.from({ length: paths }, () => []);
    this.at = this.#found;
  }

  noteOddName(): void {}

  openList(): void {
    this.#open.push({ list: this.#lists++, index: 0, around: this.#place });
  }

  openElement(): void {
    const list = this.#open.at(-1);
    if (list !== undefined) this.#place = { list: list.list, index: list.index++, around: list.around };
  }

  closeElement(): void {
    this.#place = this.#place?.around;
  }

  closeList(): void {
    this.#open.pop();
  }

  string(leaf: number, text: string): void {
    this.#add(leaf, { kind: 'string', text });
  }

  writtenNumber(leaf: number, text: string): void {
    this.#add(leaf, { kind: 'number', text, number: comparableNumber(text) });
  }

  parsedNumber(leaf: number, value: number): void {
    this.#add(leaf, { kind: 'number', text: JSON.stringify(value), number: value });
  }

  literal(leaf: number, text: string): void {
    this.#add(leaf, { kind: 'literal', text });
  }

  #add(leaf: number, value: FieldValue): void {
    this.#found[leaf]?.push({ value, place: this.#place });
  }
}
