import { wrongUse } from './errors.js';
import { isObject } from './json/json.js';
import { describeValue } from './words/describe-value.js';
import { list } from './words/english.js';
import { didYouMean } from './words/suggestion.js';

/**
 * Checks that options are an object without unknown keys.
 * @param known the keys that it may have
 * @param who what takes the options, for the message
 * @throws {FakeEventBridgeError} `ERR_WRONG_USE`
 */
export function checkKeys(
  options: unknown,
  known: readonly string[],
  who: string,
): Readonly<Record<string, unknown>> {
  if (!isObject(options))
    throw wrongUse(
      `${who}: the options must be an object with ${list(known)}, not ${describeValue(options)}.`,
    );
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    const all = known.length === 1 ? `The only option is ${list(known)}.` : `The options are ${list(known)}.`;
    throw wrongUse(`${who}: there is no option ${JSON.stringify(key)}.${didYouMean(key, known)} ${all}`);
  }
  return options;
}
