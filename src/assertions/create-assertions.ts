import type { EventCatalog } from '../base/catalog.js';
import { checkKeys } from '../base/check-keys.js';
import { refuseExtraArguments, wrongUse } from '../base/errors.js';
import { describeValue } from '../base/words/describe-value.js';
import { EventAssertionError } from './assertion-error.js';
import type { Assertions } from './assertions.js';
import { type AllowedProblems, toProblems } from './checks/verify/allowed-problems.js';
import type { Evaluate } from './evaluate.js';
import type { AssertionName } from './registry.js';

/**
 * The methods that assert.
 * @internal
 */
export function createAssertions<Catalog extends EventCatalog>(
  evaluate: Evaluate,
  allowed: AllowedProblems,
): Assertions<Catalog> {
  /** @param called the method that the user called: the error's stack begins at its caller */
  const assert = (
    name: AssertionName,
    args: readonly unknown[],
    call: string,
    called: (...args: never[]) => unknown,
    negated = false,
  ): void => {
    const evaluation = evaluate(name, args, called.name);
    if (evaluation.holds !== negated) return;
    const error = new EventAssertionError(`${evaluate.subject}.${call}\n\n${evaluation.text(negated)}`);
    Error.captureStackTrace(error, called);
    throw error;
  };

  function assertPublished(...args: unknown[]): void {
    refuseExtraArguments('assertPublished', ['match', 'options'], args);
    const [match, options] = args;
    const times = timesOption(options);
    if (times === undefined) assert('published', [match], 'assertPublished(match)', assertPublished);
    else
      assert(
        'publishedTimes',
        [match, times],
        `assertPublished(match, { times: ${times} })`,
        assertPublished,
      );
  }
  function assertNotPublished(...args: unknown[]): void {
    refuseExtraArguments('assertNotPublished', ['match'], args);
    assert('published', args, 'assertNotPublished(match)', assertNotPublished, true);
  }
  function assertNothingPublished(...args: unknown[]): void {
    refuseExtraArguments('assertNothingPublished', [], args);
    assert('nothingPublished', [], 'assertNothingPublished()', assertNothingPublished);
  }
  function assertPublishedInOrder(...args: unknown[]): void {
    refuseExtraArguments('assertPublishedInOrder', ['matches'], args);
    assert('publishedInOrder', args, 'assertPublishedInOrder(matches)', assertPublishedInOrder);
  }
  function assertPublishedExactly(...args: unknown[]): void {
    refuseExtraArguments('assertPublishedExactly', ['matches'], args);
    assert('publishedExactly', args, 'assertPublishedExactly(matches)', assertPublishedExactly);
  }
  function assertContracts(...args: unknown[]): void {
    refuseExtraArguments('assertContracts', [], args);
    assert('keptContracts', [], 'assertContracts()', assertContracts);
  }
  function assertAllRouted(...args: unknown[]): void {
    refuseExtraArguments('assertAllRouted', [], args);
    assert('routed', [], 'assertAllRouted()', assertAllRouted);
  }
  function assertOnlyFailedEntriesResent(...args: unknown[]): void {
    refuseExtraArguments('assertOnlyFailedEntriesResent', [], args);
    assert('onlyFailedEntriesResent', [], 'assertOnlyFailedEntriesResent()', assertOnlyFailedEntriesResent);
  }
  function assertNoEventLost(...args: unknown[]): void {
    refuseExtraArguments('assertNoEventLost', ['offered'], args);
    const call = args[0] === undefined ? 'assertNoEventLost()' : 'assertNoEventLost(offered)';
    assert('noEventLost', args, call, assertNoEventLost);
  }
  function assertNoDuplicates(...args: unknown[]): void {
    refuseExtraArguments('assertNoDuplicates', ['by'], args);
    const call = args[0] === undefined ? 'assertNoDuplicates()' : 'assertNoDuplicates(by)';
    assert('noDuplicates', args, call, assertNoDuplicates);
  }
  function assertBatches(...args: unknown[]): void {
    refuseExtraArguments('assertBatches', ['sizes'], args);
    assert('sentBatches', args, 'assertBatches(sizes)', assertBatches);
  }
  function verify(...args: unknown[]): void {
    // `afterEach(eb.verify)`: some runners pass a function or a context to their hooks.
    refuseExtraArguments('verify', [], args.filter(isGivenByTest));
    assert('verified', [], 'verify()', verify);
  }
  function allow(...problems: unknown[]): void {
    allowed.add(toProblems(problems, 'allow'));
  }
  return {
    assertPublished,
    assertNotPublished,
    assertNothingPublished,
    assertPublishedInOrder,
    assertPublishedExactly,
    assertContracts,
    assertOnlyFailedEntriesResent,
    assertNoEventLost,
    assertNoDuplicates,
    assertBatches,
    assertAllRouted,
    verify,
    allow,
  };
}

/** Whether an argument is a plain value, and not the `done` or the context of a runner. */
function isGivenByTest(arg: unknown): boolean {
  if (typeof arg === 'function') return false;
  return (
    !(typeof arg === 'object' && arg !== null) ||
    [Object.prototype, null].includes(Object.getPrototypeOf(arg))
  );
}

function timesOption(options: unknown): number | undefined {
  if (options === undefined) return undefined;
  const { times } = checkKeys(options, ['times'], 'assertPublished');
  if (times !== undefined && typeof times !== 'number') {
    throw wrongUse(`assertPublished: times must be a whole number, not ${describeValue(times)}.`);
  }
  return times;
}
