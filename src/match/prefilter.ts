import { isOnBus } from '../service/event-bus.js';
import type { SentEntry } from '../service/sent-entry.js';
import { toValueTest } from './value-test.js';

/** A value that is equal only to itself, in JSON as in JavaScript. */
export type Scalar = string | number | boolean | null;

/** How many values are collected: more do not make a search more precise. */
const MAX_VALUES = 8;

/** Strings that JSON writes in one way only, except for escapes that nobody needs. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;

/**
 * A quick first look at events, so that an assertion over very many of them need not parse all details. Every plain
 * string that a match expects somewhere in the detail has to occur in its JSON.
 */
export class Prefilter {
  /** The first plain values that the match expects in the detail, outside of conditions. */
  readonly values: readonly Scalar[];
  /** Whether there are conditions in the match of the detail: they see it frozen. */
  readonly hasConditions: boolean;
  readonly #strings: readonly string[];

  constructor(detail: unknown) {
    const found: Scalar[] = [];
    this.hasConditions = !collect(detail, found);
    this.values = found;
    const strings: string[] = [];
    // The quote before it is left to the comparison: it occurs everywhere in JSON, and searching for it is slow.
    for (const value of found) if (typeof value === 'string' && PLAIN.test(value)) strings.push(`${value}"`);
    this.#strings = strings;
  }

  /** Whether a detail with this JSON can match; `true` decides nothing yet. */
  mayMatch(detailJson: string | undefined): boolean {
    if (this.#strings.length === 0) return true;
    if (detailJson === undefined) return false;
    for (const string of this.#strings) {
      // With a backslash, any character may be written in another way.
      if (!detailJson.includes(string)) return detailJson.includes('\\');
    }
    return true;
  }

  /** How similar an event is to a match: the higher, the nearer. */
  similarity(event: SentEntry, { detailType, source, bus }: Readonly<Record<string, unknown>>): number {
    let similarity = 0;
    if (event.detailType === detailType) similarity += 1000;
    if (event.source === source) similarity += 500;
    if (typeof bus === 'string' && isOnBus(event, bus)) similarity += 1;
    for (const string of this.#strings) if (event.detailJson?.includes(string)) similarity += 10;
    return similarity;
  }
}

/** Collects plain values. @returns whether there is nothing else: conditions, or objects that write their own JSON */
function collect(expected: unknown, found: Scalar[]): boolean {
  if (isScalar(expected)) {
    if (found.length < MAX_VALUES) found.push(expected);
    return true;
  }
  if (expected === undefined) return true;
  if (typeof expected !== 'object' || toValueTest(expected) !== undefined || 'toJSON' in expected)
    return false;
  let isPlain = true;
  for (const key of Object.keys(expected)) if (!collect(Reflect.get(expected, key), found)) isPlain = false;
  return isPlain;
}

export function isScalar(value: unknown): value is Scalar {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  );
}
