import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { CompiledPattern } from './compiled-pattern.js';
import type { EventPattern } from './event-pattern.js';
import { patternText } from './pattern-text.js';

/**
 * Whether an event matches a pattern, as `TestEventPattern` would say; the event need not be whole.
 *
 * @param eventPattern an object, or its JSON text
 * @param event an object, or its JSON text: a text is read as written, number forms and duplicate keys included
 * @throws {InvalidEventPatternException} with AWS's reason and its place
 * @throws {FakeEventBridgeError} when the event is none
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

/** Patterns that were compiled lately: tests ask about the same few again and again. */
const compiledPatterns = new Map<string, CompiledPattern>();
const MOST_REMEMBERED = 100;

/**
 * Compiles a pattern that a user gave.
 * @internal
 */
export function compile(eventPattern: unknown, method: string): CompiledPattern {
  const text = patternText(eventPattern, method);
  const known = compiledPatterns.get(text);
  if (known !== undefined) return known;
  const compiled = new CompiledPattern(text);
  if (compiledPatterns.size >= MOST_REMEMBERED) compiledPatterns.clear();
  compiledPatterns.set(text, compiled);
  return compiled;
}

/** What is asked of an event, whichever way it is given. */
interface EventReader<T> {
  ofText(text: string): T;
  ofObject(event: object): T;
}

/**
 * Reads an event that a user gave. What is none matches nothing, and a test that expects no match must not pass for it.
 * @throws {FakeEventBridgeError} when it is neither an object nor a JSON text
 * @internal
 */
export function readEvent<T>(event: unknown, method: string, { ofText, ofObject }: EventReader<T>): T {
  if (isObject(event)) return ofObject(event);
  if (typeof event !== 'string') {
    throw wrongUse(`${method}: an event is an object or its JSON text, not ${describeValue(event)}.`);
  }
  try {
    const read = ofText(event);
    // It is JSON, then; an object begins with a brace.
    if (/^\s*\{/.test(event)) return read;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw wrongUse(`${method}: the event is a text that is no JSON: ${reasonOf(event, error)}`);
  }
  throw wrongUse(`${method}: an event is an object or its JSON text; the text given is JSON, and no object.`);
}

/** What is wrong with a text in the words of `JSON.parse`, which shows the place. */
function reasonOf(event: string, error: SyntaxError): string {
  try {
    JSON.parse(event);
  } catch (reason) {
    if (reason instanceof SyntaxError) return reason.message;
  }
  return error.message;
}
