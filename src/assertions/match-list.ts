import { describeValue } from '../base/describe-value.js';
import { FakeEventBridgeError, wrongUse } from '../base/errors.js';
import type { CompiledMatch } from '../match/compile-match.js';
import type { AssertionContext } from './context.js';

/**
 * Compiles a list of matches.
 * @throws {FakeEventBridgeError} when it is no list, or one of them is no match: the text says which
 */
export function matchesIn(
  list: unknown,
  { compileMatch }: AssertionContext,
  method: string,
): CompiledMatch[] {
  if (!Array.isArray(list)) {
    throw wrongUse(
      `${method}: give a list of matches, such as [{ detailType: "OrderPlaced" }, { detailType: "OrderPaid" }], not ${describeValue(list)}.`,
    );
  }
  return Array.from(list, (match: unknown, index) => {
    try {
      return compileMatch(match, method);
    } catch (error) {
      if (!(error instanceof FakeEventBridgeError)) throw error;
      const rest = error.message.slice(`${method}: `.length);
      throw wrongUse(`${method}: match ${index + 1} of ${list.length}: ${rest}`);
    }
  });
}
