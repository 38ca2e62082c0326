import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { describeValue } from '../base/words/describe-value.js';

const BRACE = 0x7b;

/** What to do with an event, in each form that it is given in. */
interface EventReader<T> {
  ofText(text: string): T;
  ofObject(event: object): T;
}

/**
 * Reads an event that a user gave. Any other value would match nothing, and let a test pass that expects no match.
 * @throws {FakeEventBridgeError} when it is neither an object nor the JSON of one
 * @internal
 */
export function readEvent<T>(event: unknown, method: string, { ofText, ofObject }: EventReader<T>): T {
  if (isObject(event)) return ofObject(event);
  if (typeof event !== 'string') {
    throw wrongUse(`${method}: an event must be an object or a JSON string, not ${describeValue(event)}.`);
  }
  try {
    const read = ofText(event);
    // It is valid JSON, then; an object begins with a brace.
    if (event.charCodeAt(0) === BRACE || /^\s*\{/.test(event)) return read;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw wrongUse(`${method}: the event is a string that is not JSON: ${reasonOf(event, error)}`);
  }
  throw wrongUse(
    `${method}: an event must be an object or a JSON string; this string is JSON, but not a JSON object.`,
  );
}

/** What is wrong with a JSON text, in the words of `JSON.parse`, which show the location. */
function reasonOf(event: string, error: SyntaxError): string {
  try {
    JSON.parse(event);
  } catch (reason) {
    if (reason instanceof SyntaxError) return reason.message;
  }
  return error.message;
}
