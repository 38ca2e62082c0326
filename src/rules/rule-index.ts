import { isObject } from '../base/json/json.js';
import { parseIpAddress } from '../pattern/language/ip-address.js';

/** With more combinations of sources and detail types, an entry for each is not worth its memory. */
const MAX_KEYS = 100;

/**
 * Entries by the sources and the detail types that a pattern names exactly, as nearly every pattern does. With 500
 * rules on a bus, an event is compared with a few (`bench/` measures it).
 */
export class RuleIndex<T> {
  readonly #entries = new Map<string, T[]>();

  add(pattern: string, entry: T): void {
    for (const key of keysOfPattern(pattern)) {
      const entries = this.#entries.get(key);
      if (entries === undefined) this.#entries.set(key, [entry]);
      else entries.push(entry);
    }
  }

  /** All whose pattern may match the event. */
  candidates(source: string, detailType: string): T[] {
    const keys = [key(source, detailType), key(source, null), key(null, detailType), key(null, null)];
    return keys.flatMap((one) => this.#entries.get(one) ?? []);
  }
}

function keysOfPattern(pattern: string): string[] {
  const fields = fieldsOf(pattern);
  const sources = exactStrings(fields['source']);
  const detailTypes = exactStrings(fields['detail-type']);
  if (sources.length * detailTypes.length > MAX_KEYS) return [key(null, null)];
  return sources.flatMap((source) => detailTypes.map((detailType) => key(source, detailType)));
}

/** The fields of a pattern; none when the index cannot know what it requires. */
function fieldsOf(pattern: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(pattern);
    // A branch of $or may name the fields again, and the fields of a field "" are those of the pattern itself.
    return isObject(fields) && !Object.hasOwn(fields, '$or') && !Object.hasOwn(fields, '') ? fields : {};
  } catch {
    // Patterns may be followed by other characters: AWS ignores them, JSON.parse does not.
    return {};
  }
}

/** The strings that a field may have, or `null` for any; an IP address can be written in several ways. */
function exactStrings(condition: unknown): readonly (string | null)[] {
  const isExact =
    Array.isArray(condition) &&
    condition.every((value) => typeof value === 'string' && !parseIpAddress(value));
  return isExact ? [...new Set<string>(condition)] : [null];
}

function key(source: string | null, detailType: string | null): string {
  return JSON.stringify([source, detailType]);
}
