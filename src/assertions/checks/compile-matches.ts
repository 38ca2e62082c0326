import { describeValue } from '../../base/describe-value.js';
import { FakeEventBridgeError, wrongUse } from '../../base/errors.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import type { AssertionContext } from '../context.js';

/**
 * Compiles an array of matches.
 * @throws {FakeEventBridgeError} when it is not an array, or one of them is not a match: the text says which
 */
export function compileMatches(
  matches: unknown,
  { compileMatch }: AssertionContext,
  method: string,
): CompiledMatch[] {
  if (!Array.isArray(matches)) {
    throw wrongUse(
      `${method}: pass an array of matches, such as [{ detailType: "OrderPlaced" }, { detailType: "OrderPaid" }], not ${describeValue(matches)}.`,
    );
  }
  return Array.from(matches, (match: unknown, index) => {
    try {
      return compileMatch(match, method);
    } catch (error) {
      if (!(error instanceof FakeEventBridgeError)) throw error;
      const rest = error.message.slice(`${method}: `.length);
      throw wrongUse(`${method}: matches[${index}]: ${rest}`);
    }
  });
}
