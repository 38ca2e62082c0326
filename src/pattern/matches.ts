import { compile } from './compile.js';
import type { EventPattern } from './event-pattern.js';
import { readEvent } from './read-event.js';

/**
 * Whether an event matches a pattern, as `TestEventPattern` decides it; the event does not have to be complete.
 *
 * @param eventPattern an object, or a JSON string
 * @param event an object, or a JSON string: a string is read as it is written, number forms and duplicate keys included
 * @throws {InvalidEventPatternException} with AWS's reason and its location in the pattern
 * @throws {FakeEventBridgeError} when the event is neither an object nor the JSON of one
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 * @example
 * ```ts
 * matches({ detail: { state: [{ 'anything-but': 'done' }] } }, { detail: { state: 'open' } }); // true
 * ```
 */
export function matches<Detail = unknown>(
  eventPattern: EventPattern<Detail> | string,
  event: object | string,
): boolean {
  const compiled = compile(eventPattern, 'matches');
  return readEvent(event, 'matches', {
    ofText: (text) => compiled.matchesText(text),
    ofObject: (value) => compiled.matchesValue(value),
  });
}
