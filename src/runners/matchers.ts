import type { Evaluate } from '../assertions/evaluate.js';
import type { AssertionName } from '../assertions/registry.js';
import { PLAIN, type Style } from '../assertions/style.js';
import { FakeEventBridgeError, wrongUse } from '../base/errors.js';
import { EVALUATE } from '../base/symbols.js';
import { describeValue } from '../base/words/describe-value.js';
import { count } from '../base/words/english.js';
import { type AttachContext, attach } from './attach.js';
import { toSurviveFailures } from './to-survive-failures.js';

/** What the library uses of the `this` that Jest and Vitest call a matcher with; both have all of it. */
interface MatcherContext extends AttachContext {
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
  toHavePublishedTimes,
  toHavePublishedNothing: matcher('toHavePublishedNothing', 'nothingPublished', []),
  toHavePublishedInOrder: matcher('toHavePublishedInOrder', 'publishedInOrder', ['matches']),
  toHavePublishedExactly: matcher('toHavePublishedExactly', 'publishedExactly', ['matches']),
  toHaveKeptContracts: matcher('toHaveKeptContracts', 'keptContracts', []),
  toHaveRoutedAllEvents: matcher('toHaveRoutedAllEvents', 'routed', []),
  toHaveResentOnlyFailedEntries: matcher('toHaveResentOnlyFailedEntries', 'onlyFailedEntriesResent', []),
  toHaveLostNoEvents: matcher('toHaveLostNoEvents', 'noEventLost', ['offered'], 1),
  toHaveNoDuplicates: matcher('toHaveNoDuplicates', 'noDuplicates', ['by'], 1),
  toHaveSentBatches: matcher('toHaveSentBatches', 'sentBatches', ['sizes']),
  toSurviveFailures,
};

const publishedTimes = matcher('toHavePublishedTimes', 'publishedTimes', ['match', 'times']);
const publishedCount = matcher('toHavePublishedTimes', 'publishedCount', ['times']);

/** A number alone is that of all events. */
function toHavePublishedTimes(this: MatcherContext, received: unknown, ...args: unknown[]): MatcherResult {
  const check = typeof args[0] === 'number' ? publishedCount : publishedTimes;
  return check.call(this, received, ...args);
}

/**
 * @param names what the arguments are called in the hint
 * @param optional how many of them, from the last, may be left out
 */
function matcher(name: string, assertion: AssertionName, names: readonly string[], optional = 0) {
  return function (this: MatcherContext, received: unknown, ...args: unknown[]): MatcherResult {
    const negated = this.isNot ?? false;
    const evaluate = evaluateOf(received);
    const hint = hintOf(
      this,
      evaluate?.subject ?? 'eb',
      name,
      names.slice(0, Math.max(args.length, names.length - optional)),
    );
    const evaluation = asMatcherError(hint, () => {
      if (evaluate === undefined) throw notAFake(received);
      if (args.length < names.length - optional)
        throw wrongUse(`${name} needs ${names.join(' and ')}, such as ${exampleOf(name, names)}.`);
      if (args.length > names.length) throw tooMany(name, names, args.length);
      return evaluate(assertion, args, name);
    });
    const message = () => {
      attach(this, 'Events by request', 'text/plain', () => evaluation.grid(negated));
      return `${hint}\n\n${evaluation.text(negated, styleOf(this))}`;
    };
    return { pass: evaluation.holds, message };
  };
}

function tooMany(name: string, names: readonly string[], given: number): FakeEventBridgeError {
  const takes = names.length === 0 ? 'no argument' : `${names.join(' and ')} alone`;
  return wrongUse(
    `${name} takes ${takes}, and was given ${count(given, 'argument')}. Write ${exampleOf(name, names)}.`,
  );
}

function exampleOf(name: string, names: readonly string[]): string {
  return `expect(eb).${name}(${names.map((each) => EXAMPLES[each]).join(', ')})`;
}

/** How an argument is written, for those who have left it out, or given more. */
const EXAMPLES: Readonly<Record<string, string>> = {
  match: '{ detailType: "OrderPlaced" }',
  matches: '[{ detailType: "OrderPlaced" }, { detailType: "OrderPaid" }]',
  times: '2',
  sizes: '[10, 5]',
  offered: '[{ detail: { orderId: "o-1" } }]',
  by: '(event) => event.detail.orderId',
};

/** What evaluates assertions of a fake, or of the view of one bus, of any copy of this package. */
function evaluateOf(received: unknown): Evaluate | undefined {
  return typeof received === 'object' && received !== null && EVALUATE in received
    ? (received[EVALUATE] as Evaluate)
    : undefined;
}

function notAFake(received: unknown): FakeEventBridgeError {
  return wrongUse(
    `the received value must be a fake, as fakeEventBridge() makes it, not ${describeReceived(received)}.`,
  );
}

/** What was given instead of a fake; of the usual mistakes, also how to write it. */
function describeReceived(received: unknown): string {
  const what = describeValue(received);
  if (Array.isArray(received)) return `${what}: give expect the fake itself, and not its events`;
  if (typeof received === 'function') {
    const isClient = typeof received.prototype?.send === 'function';
    if (isClient) return `the class ${received.name}: give expect the fake that is installed on it`;
    return `${what}: call it, and give expect what it returns`;
  }
  if (typeof received !== 'object' || received === null) return what;
  if ('then' in received) return 'a promise: await it first, and pass the fake';
  if ('send' in received) return `${what}: give expect the fake, and not the client that is wired to it`;
  return what;
}

/** Wrong use reads differently from a failed assertion, and never counts as a pass, with `.not` either. */
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
  subject: string,
  name: string,
  names: readonly string[],
): string {
  const expected = names.join(', ');
  // One argument is all that the runners' own hint can colour.
  return (
    utils?.matcherHint?.(name, subject, expected, { isNot, promise }) ??
    `expect(${subject})${isNot ? '.not' : ''}.${name}(${expected})`
  );
}

function styleOf({ utils }: MatcherContext): Style {
  return {
    expected: (text) => utils?.EXPECTED_COLOR?.(text) ?? PLAIN.expected(text),
    received: (text) => utils?.RECEIVED_COLOR?.(text) ?? PLAIN.received(text),
    dim: (text) => utils?.DIM_COLOR?.(text) ?? PLAIN.dim(text),
  };
}
