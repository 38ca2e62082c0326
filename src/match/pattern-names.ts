import { list } from '../base/english.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { lettersOf } from '../base/suggestion.js';
import { EVENT_PROPERTIES } from './event-properties.js';

/** What an event has when a rule sees it, as `envelope-of-view.ts` makes it. */
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
 * A pattern that asks for `detailType` is in order, for EventBridge too, and matches nothing: as a claim that something
 * was not published it would always hold.
 * @param pattern what `pattern({…})` made
 * @returns the properties that it names
 * @throws {FakeEventBridgeError} when it asks for a member by the name that records or requests have for it
 */
export function checkPatternNames(pattern: unknown, method: string): readonly string[] {
  const names = namesIn(pattern);
  for (const name of names) {
    if (ENVELOPE.includes(name)) continue;
    const meant = ENVELOPE.find((known) => lettersOf(known) === lettersOf(name));
    if (meant === undefined && !EVENT_PROPERTIES.some((member) => member === name)) continue;
    throw wrongUse(
      `${method}: a pattern is asked about the event as a rule sees it, and that has no "${name}".${meant === undefined ? ` It has ${list(ENVELOPE)}.` : ` Write "${meant}".`}`,
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
