import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { tooDeep } from './json-reader.js';

/**
 * The JSON text of a pattern that a user gave as an object or as its text.
 * @param who what it was given to, for the text of the error
 * @throws {FakeEventBridgeError} when it is neither
 * @throws {InvalidPattern} when it is nested deeper than it can be written down
 */
export function patternText(eventPattern: unknown, who: string): string {
  const text = typeof eventPattern === 'string' ? eventPattern : stringified(eventPattern, who);
  if (typeof text === 'string') return text;
  throw wrongUse(
    `${who}: an event pattern is an object or its JSON text, not ${describeValue(eventPattern)}.`,
  );
}

function stringified(eventPattern: unknown, who: string): string | undefined {
  try {
    return JSON.stringify(eventPattern);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw wrongUse(
      `${who}: the event pattern cannot be written as JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
}
