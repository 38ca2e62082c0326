import { isObject } from '../base/json.js';
import { ipBytes } from '../pattern/ip-address.js';

/** More combinations of sources and detail types than are worth an entry each. */
const MANY = 100;

/** Something kept by the sources and the detail types that a pattern names exactly, as nearly every pattern does. */
export class RuleIndex<T> {
  readonly #entries = new Map<string, T[]>();

  add(pattern: string, entry: T): void {
    for (const key of keysOfPattern(pattern))
      this.#entries.set(key, [...(this.#entries.get(key) ?? []), entry]);
  }

  /** All whose pattern may match the event. */
  candidates(source: string, detailType: string): T[] {
    const keys = [key(source, detailType), key(source, null), key(null, detailType), key(null, null)];
    return keys.flatMap((one) => this.#entries.get(one) ?? []);
  }
}

function keysOfPattern(pattern: string): string[] {
  const parsed: unknown = JSON.parse(pattern);
  // With $or, a branch may name the fields again.
  const members = isObject(parsed) && !('$or' in parsed) ? parsed : {};
  const sources = exactTexts(members['source']);
  const detailTypes = exactTexts(members['detail-type']);
  if (sources.length * detailTypes.length > MANY) return [key(null, null)];
  return sources.flatMap((source) => detailTypes.map((detailType) => key(source, detailType)));
}

/** The texts that a field may have, or `null` for any; IP addresses can be written in several ways. */
function exactTexts(asked: unknown): readonly (string | null)[] {
  const isExact = Array.isArray(asked) && asked.every((one) => typeof one === 'string' && !ipBytes(one));
  return isExact ? [...new Set<string>(asked)] : [null];
}

function key(source: string | null, detailType: string | null): string {
  return JSON.stringify([source, detailType]);
}
