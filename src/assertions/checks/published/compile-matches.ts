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
    visit(compileItem(match, `matches[${index}]`, compileMatch, method));
  }
  return matches.length;
}

/**
 * Compiles one match of an array.
 * @param item how a user would write it, for the error: `matches[2]`
 * @param hint what else the error says
 * @throws {FakeEventBridgeError} when it is not a match
 */
export function compileItem(
  match: unknown,
  item: string,
  compileMatch: AssertionContext['compileMatch'],
  method: string,
  hint = '',
): CompiledMatch {
  try {
    return compileMatch(match, method);
  } catch (error) {
    if (!(error instanceof FakeEventBridgeError)) throw error;
    throw wrongUse(`${method}: ${item}: ${error.message.slice(`${method}: `.length)}${hint}`);
  }
}
