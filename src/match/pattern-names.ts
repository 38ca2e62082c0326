import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { list } from '../base/words/english.js';
import { lettersOf } from '../base/words/suggestion.js';
import { EVENT_PROPERTIES } from './event-properties.js';

/** The properties of an event as a rule sees it. */
const ENVELOPE = [
  'version',
  'id',
  'detail-type',
  'source',
  'account',
  'time',
  'region',
  'resources',
  'detail',
];

/**
 * A pattern for `detailType` is valid, for EventBridge too, and matches nothing: an assertion that something was not
 * published would always hold.
 * @param pattern what `pattern({…})` made
 * @returns the properties that it has
 * @throws {FakeEventBridgeError} when it has a property by the name of records or requests
 */
export function checkPatternNames(pattern: unknown, method: string): readonly string[] {
  const names = namesIn(pattern);
  for (const name of names) {
    if (ENVELOPE.includes(name)) continue;
    const meant = ENVELOPE.find((known) => lettersOf(known) === lettersOf(name));
    if (meant === undefined && !EVENT_PROPERTIES.some((property) => property === name)) continue;
    throw wrongUse(
      `${method}: a pattern matches the event as a rule sees it, which has no property "${name}".${meant === undefined ? ` It has ${list(ENVELOPE)}.` : ` Write "${meant}".`}`,
    );
  }
  return names;
}

function namesIn(pattern: unknown): string[] {
  const text = isObject(pattern) ? pattern['text'] : undefined;
  if (typeof text !== 'string') return [];
  const written: unknown = JSON.parse(text);
  return isObject(written) ? Object.keys(written) : [];
}
