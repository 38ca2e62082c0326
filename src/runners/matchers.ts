import type { ClaimName } from '../claims/claims.js';
import { JUDGE, type Judge } from '../claims/judge.js';
import { PLAIN, type Style } from '../claims/render.js';
import { FakeEventBridgeError } from '../errors.js';
import { describeValue } from '../words.js';

/** What the library uses of the `this` that Jest and Vitest call a matcher with; both have all of it. */
interface MatcherContext {
  readonly isNot?: boolean;
  readonly promise?: string;
  readonly utils?: {
    matcherHint?(name: string, received?: string, expected?: string, options?: object): string;
    EXPECTED_COLOR?(text: string): string;
    RECEIVED_COLOR?(text: string): string;
    DIM_COLOR?(text: string): string;
  };
}

/** What a matcher returns to its runner. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * The matchers themselves, for `expect.extend(matchers)` by hand, where neither `fake-eventbridge/jest` nor
 * `fake-eventbridge/vitest` fits.
 *
 * @example
 * ```ts
 * import { expect } from '@jest/globals';
 * import { matchers } from 'fake-eventbridge';
 *
 * expect.extend(matchers);
 * ```
 */
export const matchers = {
  toHavePublished: matcher('toHavePublished', 'published', ['match']),
  toHavePublishedTimes: matcher('toHavePublishedTimes', 'publishedTimes', ['match', 'times']),
  toHavePublishedNothing: matcher('toHavePublishedNothing', 'nothingPublished', []),
  toHavePublishedInOrder: matcher('toHavePublishedInOrder', 'publishedInOrder', ['matches']),
  toHavePublishedExactly: matcher('toHavePublishedExactly', 'publishedExactly', ['matches']),
  toHaveKeptContracts: matcher('toHaveKeptContracts', 'keptContracts', []),
  toHaveRoutedAllEvents: matcher('toHaveRoutedAllEvents', 'routed', []),
  toHaveResentOnlyFailedEntries: matcher('toHaveResentOnlyFailedEntries', 'onlyFailedEntriesResent', []),
  toHaveLostNoEvents: matcher('toHaveLostNoEvents', 'noEventLost', ['offered'], 1),
  toHaveNoDuplicates: matcher('toHaveNoDuplicates', 'noDuplicates', ['by'], 1),
  toHaveSentBatches: matcher('toHaveSentBatches', 'sentBatches', ['sizes']),
};

/**
 * @param names what the arguments are called in the hint
 * @param optional how many of them, from the last, may be left out
 */
function matcher(name: string, claim: ClaimName, names: readonly string[], optional = 0) {
  return function (this: MatcherContext, received: unknown, ...args: unknown[]): MatcherResult {
    const negated = this.isNot ?? false;
    const hint = hintOf(this, name, names);
    const judgement = asMatcherError(hint, () => {
      const judge = judgeOf(received);
      if (args.length < names.length - optional)
        throw new FakeEventBridgeError('ERR_WRONG_USE', `${name} needs ${names.join(' and ')}.`);
      if (args.length > names.length)
        throw new FakeEventBridgeError(
          'ERR_WRONG_USE',
          `${name} takes ${names.join(' and ') || 'nothing'}, not ${args.length} arguments.`,
        );
      return judge(claim, args, name);
    });
    return { pass: judgement.holds, message: () => `${hint}\n\n${judgement.text(negated, styleOf(this))}` };
  };
}

function judgeOf(received: unknown): Judge {
  if (typeof received === 'object' && received !== null && JUDGE in received) return received[JUDGE] as Judge;
  const what = received instanceof Promise ? 'a promise: await it' : describeValue(received);
  throw new FakeEventBridgeError(
    'ERR_WRONG_USE',
    `the received value must be a fake, as fakeEventBridge() makes it, not ${what}.`,
  );
}

/** Wrong use reads differently from a claim that does not hold, and never counts as a pass, with `.not` neither. */
function asMatcherError<T>(hint: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof FakeEventBridgeError)) throw error;
    throw new FakeEventBridgeError(error.code, `${hint}\n\nMatcher error: ${error.message}`);
  }
}

function hintOf(
  { utils, isNot = false, promise = '' }: MatcherContext,
  name: string,
  names: readonly string[],
): string {
  const expected = names.join(', ');
  // One argument is all that the runners' own hint can colour.
  return (
    utils?.matcherHint?.(name, 'eb', expected, { isNot, promise }) ??
    `expect(eb)${isNot ? '.not' : ''}.${name}(${expected})`
  );
}

function styleOf({ utils }: MatcherContext): Style {
  return {
    expected: (text) => utils?.EXPECTED_COLOR?.(text) ?? PLAIN.expected(text),
    received: (text) => utils?.RECEIVED_COLOR?.(text) ?? PLAIN.received(text),
    dim: (text) => utils?.DIM_COLOR?.(text) ?? PLAIN.dim(text),
  };
}
