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

/** A number alone is that of all events. With a second argument, the match is missing or comes last by mistake. */
function toHavePublishedTimes(this: MatcherContext, received: unknown, ...args: unknown[]): MatcherResult {
  const check = typeof args[0] === 'number' && args.length === 1 ? publishedCount : publishedTimes;
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
        throw wrongUse(`${name} needs ${namesText(names)}, such as ${exampleOf(name, names)}.`);
      if (args.length > names.length) throw tooMany(name, names, args.length);
      return evaluate(assertion, args, name);
    });
    const message = () => {
      attach(this, 'Events by request', 'text/plain', () => evaluation.grid(negated));
      return `${hint}\n\n${evaluation.text(negated, styleOf(this), Boolean(this.poll))}`;
    };
    return { pass: evaluation.holds, message };
  };
}

function tooMany(name: string, names: readonly string[], given: number): FakeEventBridgeError {
  const takes = names.length === 0 ? 'no arguments' : `only ${namesText(names)}`;
  return wrongUse(
    `${name} takes ${takes}, but received ${count(given, 'argument')}. Write ${exampleOf(name, names)}.`,
  );
}

/** `a match and the number of events`. */
function namesText(names: readonly string[]): string {
  return names.map((each) => ARGUMENTS[each]?.text).join(' and ');
}

function exampleOf(name: string, names: readonly string[]): string {
  return `expect(eb).${name}(${names.map((each) => ARGUMENTS[each]?.example).join(', ')})`;
}

/** What an argument is, and how it is written, for those who have left it out, or given more. */
const ARGUMENTS: Readonly<Record<string, { readonly text: string; readonly example: string }>> = {
  match: { text: 'a match', example: '{ detailType: "OrderPlaced" }' },
  matches: {
    text: 'an array of matches',
    example: '[{ detailType: "OrderPlaced" }, { detailType: "OrderPaid" }]',
  },
  times: { text: 'the number of events', example: '2' },
  sizes: { text: 'an array of batch sizes', example: '[10, 5]' },
  offered: { text: 'the offered events', example: '[{ detail: { orderId: "o-1" } }]' },
  by: { text: 'a function that identifies an event', example: '(event) => event.detail.orderId' },
};

/** What evaluates assertions of a fake, or of the view of one bus, of any copy of this package. */
function evaluateOf(received: unknown): Evaluate | undefined {
  return typeof received === 'object' && received !== null && EVALUATE in received
    ? (received[EVALUATE] as Evaluate)
    : undefined;
}

function notAFake(received: unknown): FakeEventBridgeError {
  const [what, fix] = describeReceived(received);
  return wrongUse(`expect needs a fake, but it received ${what}. ${fix}: expect(eb).`);
}

/** What `expect` received instead of a fake, and what to pass. */
function describeReceived(received: unknown): readonly [what: string, fix: string] {
  const what = describeValue(received);
  if (Array.isArray(received)) return [what, 'Pass the fake itself, not its events'];
  if (typeof received === 'function') {
    const isClient = typeof received.prototype?.send === 'function';
    if (isClient) return [`the class ${received.name}`, 'Pass the fake that the class is connected to'];
    return [what, 'Call it, and pass the fake that it returns'];
  }
  if (typeof received === 'object' && received !== null) {
    if ('then' in received) return ['a promise', 'Await the promise in a line of its own, and pass the fake'];
    if ('send' in received) return [what, 'Pass the fake that the client is connected to'];
  }
  return [what, 'Pass what setupFakeEventBridge() or fakeEventBridge() returned'];
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
