import { wrongUse } from '../errors.js';
import { describeValue } from '../words.js';
import { CompiledPattern } from './compiled-pattern.js';
import type { EventPattern } from './event-pattern.js';

/**
 * Whether an event matches a pattern, as `TestEventPattern` would say; the event need not be whole.
 *
 * @param eventPattern an object, or its JSON text
 * @param event an object, or its JSON text: a text is read as written, number forms and duplicate keys included
 * @throws {InvalidEventPatternException} with AWS's reason and its place
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
  if (typeof event !== 'string') return compiled.matchesValue(event);
  parseEvent(event, 'matches');
  return compiled.matchesText(event);
}

/**
 * Compiles a pattern that a user gave.
 * @internal
 */
export function compile(eventPattern: unknown, method: string): CompiledPattern {
  const text = typeof eventPattern === 'string' ? eventPattern : JSON.stringify(eventPattern);
  if (typeof text !== 'string') {
    throw wrongUse(
      `${method}: an event pattern is an object or its JSON text, not ${describeValue(eventPattern)}.`,
    );
  }
  return new CompiledPattern(text);
}

/**
 * An event that a user gave as a text.
 * @internal
 */
export function parseEvent(event: string, method: string): unknown {
  try {
    return JSON.parse(event);
  } catch (error) {
    throw wrongUse(
      `${method}: the event is a text that is no JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
}
