import { FakeEventBridgeError, wrongUse } from '../../../base/errors.js';
import { describeValue } from '../../../base/words/describe-value.js';
import type { CompiledMatch } from '../../../match/compile-match.js';
import type { AssertionContext } from '../../context.js';

/**
 * Compiles an array of matches.
 * @throws {FakeEventBridgeError} when it is not an array, or one of them is not a match: the text says which
 */
export function compileMatches(matches: unknown, context: AssertionContext, method: string): CompiledMatch[] {
  const compiled: CompiledMatch[] = [];
  forEachMatch(matches, context, method, (match) => compiled.push(match));
  return compiled;
}

/** The same one by one, for those who do not keep them: very many would take much room. @returns how many there are */
export function forEachMatch(
  matches: unknown,
  { compileMatch }: AssertionContext,
  method: string,
  visit: (match: CompiledMatch) => void,
): number {
  if (!Array.isArray(matches)) {
    throw wrongUse(
      `${method}: pass an array of matches, such as [{ detailType: "OrderPlaced" }, { detailType: "OrderPaid" }], not ${describeValue(matches)}.`,
    );
  }
  for (const [index, match] of matches.entries()) {
    let compiled: CompiledMatch;
    try {
      compiled = compileMatch(match, method);
    } catch (error) {
      if (!(error instanceof FakeEventBridgeError)) throw error;
      const rest = error.message.slice(`${method}: `.length);
      throw wrongUse(`${method}: matches[${index}]: ${rest}`);
    }
    visit(compiled);
  }
  return matches.length;
}
