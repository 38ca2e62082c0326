import { declaredAt } from '../../base/call-site.js';
import { count } from '../../base/words/english.js';
import type { Effect } from '../../faults/effects.js';
import type { Fault } from '../../faults/fault.js';
import type { JournalAttempt } from '../../journal/attempt.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { AssertionContext } from '../context.js';
import type { Report } from '../report/report.js';

/**
 * Where a failure was expected and did not happen: the fault that should have caused it.
 * @param example a fault that can cause the failure
 */
export function unusedFaultsNote(
  context: AssertionContext,
  example = 'eb.failEntry("any", "ThrottlingException")',
): Pick<Report, 'causes' | 'next'> {
  const { plan } = context;
  const unused = plan.faults.find(({ isUnused }) => isUnused);
  if (unused !== undefined)
    return {
      causes: [
        {
          code: 'unused-fault',
          text: [
            `The fault ${unused.declaration} was not used as often as declared${declaredAt(unused.site.location)}.`,
            whyUnused(unused, context) ?? '',
          ]
            .join(' ')
            .trim(),
          fix: fixOfUnused([unused], context),
          about: [unused],
        },
      ],
    };
  return plan.faults.length > 0
    ? {}
    : {
        next: `No fault was declared. Declare one before the code under test runs, such as ${example}.`,
      };
}

/** Why a fault did not fire as often as declared: what it could have failed; `undefined` when its match fits nothing. */
export function whyUnused(fault: Fault, context: AssertionContext): string | undefined {
  const { plan, journal } = context;
  const { match, limit } = fault;
  const effect: Effect = fault.effect;
  const requests = plan.requestsSince(fault);
  if (requests === 0) return 'Your code sent no request after the fault was declared.';
  const attempts = journal.attempts.slice(-requests);
  // The records of some were cleared.
  if (attempts.length < requests) return undefined;
  const occasions = occasionsOf(effect, match, attempts);
  if (occasions.number === 0)
    return effect.level === 'entry' && typeof effect.which === 'number'
      ? tooShort(attempts, effect.which)
      : undefined;
  if (occasions.number < limit && limit !== Number.POSITIVE_INFINITY)
    return `After it was declared, your code ${occasions.text}; the fault needs ${limit}.`;
  const hasOthers = attempts.some(
    (attempt) => attempt.fault !== undefined || attempt.entryFaults !== undefined,
  );
  return hasOthers ? 'Other faults fired first.' : undefined;
}

/** What to do about faults that did not fire as often as declared. */
export function fixOfUnused(unused: readonly Fault[], { plan }: AssertionContext): string {
  if (unused.some(({ match, used }) => match !== undefined && used === 0))
    return 'Fix the match, or delete the fault.';
  return unused.some((fault) => plan.requestsSince(fault) === 0)
    ? 'Check that the code under test sends a request after the fault is declared, or delete the fault.'
    : 'Correct what the fault is for, or how often it fires, or delete it.';
}

/** What a fault could have failed, counted. */
function occasionsOf(
  effect: Effect,
  match: CompiledMatch | undefined,
  attempts: readonly JournalAttempt[],
): { readonly number: number; readonly text: string } {
  const fits = (entry: SentEntry) => match === undefined || test(match, entry);
  const matching = (number: number) =>
    match === undefined ? '' : number === 1 ? ' that matches' : ' that match';
  if (effect.level === 'entry') {
    const { which } = effect;
    const number = attempts.reduce(
      (sum, { entries }) =>
        sum +
        entries.filter((entry) => (typeof which !== 'number' || entry.index === which) && fits(entry)).length,
      0,
    );
    return typeof which === 'number'
      ? { number, text: `sent ${count(number, 'request')} with Entries[${which}]${matching(number)}` }
      : { number, text: `sent ${count(number, 'entry', 'entries')}${matching(number)}` };
  }
  const fitting = attempts.filter(({ entries }) => match === undefined || entries.some(fits));
  if (effect.level === 'request' && effect.wholeCall) {
    const number = new Set(fitting.map(({ call }) => call)).size;
    return { number, text: `made ${count(number, 'call')}${matching(number)}` };
  }
  return {
    number: fitting.length,
    text: `sent ${count(fitting.length, 'request')}${matching(fitting.length)}`,
  };
}

/** No request was long enough for the index of a fault. */
function tooShort(attempts: readonly JournalAttempt[], index: number): string {
  const most = attempts.reduce((longest, { entries }) => Math.max(longest, entries.length), 0);
  const entries = count(most, 'entry', 'entries');
  const had =
    attempts.length === 1
      ? `The only request after it had ${entries}`
      : `The ${attempts.length} requests after it had at most ${entries}`;
  return `${had}, and the fault is for Entries[${index}].`;
}

function test(match: CompiledMatch, entry: SentEntry): boolean {
  try {
    return match.test(entry);
  } catch {
    return false;
  }
}
