import type { Decision } from './decision.js';
import type { Failure } from './failure.js';
import { isAtPosition, positionsIn } from './positions.js';

/** A request of a run as a point where something can fail. */
export interface ChoicePoint {
  readonly request: number;
  /** For each entry whether EventBridge accepted it in the run that came here. */
  readonly isAccepted: readonly boolean[];
  /** Whether a decision has failed, delayed or ended it as a whole already. */
  readonly isDecided: boolean;
  /** Whether a decision has failed entries of it: then it still can be late, but not fail as a whole. */
  readonly hasFailedEntries: boolean;
  /** Whether other requests were in flight at the same time. */
  readonly hasCompany: boolean;
}

/** What the run that is explored allows. */
export interface ChoiceRules {
  /** Whether the test gave a `restart`: without one there is nothing to find after a crash. */
  readonly canRestart: boolean;
}

/** Everything that can be decided about a request: each failure, each number of times, each position. */
export function choicesAt(
  { request, isAccepted, isDecided, hasFailedEntries, hasCompany }: ChoicePoint,
  catalog: readonly Failure[],
  { canRestart }: ChoiceRules,
): Decision[] {
  return catalog.flatMap((failure) => {
    const { effect, repeats, needsCompany = false } = failure;
    if (effect.level === 'process' && !canRestart) return [];
    if (needsCompany && !hasCompany) return [];
    if (effect.level !== 'entry')
      return isDecided || (hasFailedEntries && effect.level !== 'timing')
        ? []
        : repeats.map((repeat) => ({ request, failure, repeat }));
    return positionsIn(isAccepted.length)
      .filter((position) =>
        isAccepted.every((yes, i) => yes || !isAtPosition(i, position, isAccepted.length)),
      )
      .flatMap((position) => repeats.map((repeat) => ({ request, failure, repeat, position })));
  });
}

/**
 * Compares two decisions, the plainer one first: once before for ever, the catalog's order, the earlier request.
 * @param catalog the order of the failures
 */
export function comparePlainness(a: Decision, b: Decision, catalog: readonly Failure[]): number {
  return (
    REPEATS.indexOf(a.repeat) - REPEATS.indexOf(b.repeat) ||
    catalog.indexOf(a.failure) - catalog.indexOf(b.failure) ||
    a.request - b.request ||
    POSITIONS.indexOf(a.position ?? 'first') - POSITIONS.indexOf(b.position ?? 'first')
  );
}

const REPEATS = ['once', 'call', 'always'];
const POSITIONS = ['first', 'middle', 'last', 'all'];
