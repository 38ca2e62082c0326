import { messageOf, wrongUse } from '../base/errors.js';
import { describeValue } from '../base/words/describe-value.js';
import { CompiledPattern } from './compiled-pattern.js';
import { nestedTooDeep } from './language/json/json-reader.js';

/** Tests match the same few patterns again and again (bench: pattern from JSON). */
const compiledPatterns = new Map<string, CompiledPattern>();
const MAX_REMEMBERED = 100;

/**
 * Compiles a pattern that a user gave.
 * @param method where it was given, for the message of an error
 * @throws {FakeEventBridgeError} when it is neither an object nor a string
 * @throws {InvalidPattern} with AWS's reason
 * @internal
 */
export function compile(eventPattern: unknown, method: string): CompiledPattern {
  const text = patternText(eventPattern, method);
  const known = compiledPatterns.get(text);
  if (known !== undefined) return known;
  const compiled = new CompiledPattern(text);
  if (compiledPatterns.size >= MAX_REMEMBERED) compiledPatterns.clear();
  compiledPatterns.set(text, compiled);
  return compiled;
}

/**
 * Compiles a pattern that is matched with many events.
 * @throws {InvalidPattern} with AWS's reason
 * @internal
 */
export function compileText(text: string): CompiledPattern {
  return new CompiledPattern(text);
}

/**
 * The JSON text of a pattern that a user gave as an object or as JSON text.
 * @param method where it was given, for the message of an error
 * @throws {FakeEventBridgeError} when it is neither
 * @throws {InvalidPattern} when it is nested too deep to be written as JSON
 * @internal
 */
export function patternText(eventPattern: unknown, method: string): string {
  const text = typeof eventPattern === 'string' ? eventPattern : stringified(eventPattern, method);
  if (typeof text === 'string') return text;
  throw wrongUse(
    `${method}: an event pattern must be an object or a JSON string, not ${describeValue(eventPattern)}.`,
  );
}

function stringified(eventPattern: unknown, method: string): string | undefined {
  try {
    return JSON.stringify(eventPattern);
  } catch (error) {
    if (error instanceof RangeError) throw nestedTooDeep();
    throw wrongUse(`${method}: the event pattern cannot be written as JSON: ${messageOf(error)}`);
  }
}
