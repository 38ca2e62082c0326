import type { ChoicePoint } from '../choices/choices-at.js';
import type { Decision } from '../choices/decision.js';
import type { RunRecord } from './running/run-record.js';

/** A run that was explored, and the points after its last decision at which more can fail. */
export interface ExploredRun {
  readonly decisions: readonly Decision[];
  readonly shape: string;
  readonly trace: readonly string[];
  readonly points: readonly ChoicePoint[];
}

/** The requests at which another failure can follow: none after one that ended the run. */
export function pointsAfter(
  decisions: readonly Decision[],
  { attempts, ending }: RunRecord,
  hasCompany: readonly boolean[],
): ChoicePoint[] {
  if (ending.kind === 'hung') return [];
  const last = decisions.at(-1)?.request ?? 1;
  // A request without entries was refused before anything else could go wrong.
  const candidates = attempts.slice(last - 1).filter(({ entries }) => entries.length > 0);
  return candidates.map(({ request, entries, fault, entryFaults, timing }) => ({
    request,
    // A request that fails as a whole fails in one way: whether its entries fail too makes no difference.
    isAccepted: entries.map(({ accepted }) => accepted !== undefined && fault === undefined),
    isDecided: fault !== undefined || timing !== undefined,
    hasFailedEntries: entryFaults !== undefined,
    hasCompany: hasCompany[request - 1] ?? false,
  }));
}

/** Of the runs with one shape the first, which has the plainest decisions. */
export function representatives(runs: readonly ExploredRun[]): ExploredRun[] {
  return [...firstBy(runs, ({ shape, decisions }) => `${decisions.at(-1)?.request}: ${shape}`).values()];
}

/**
 * The representatives of all failures: of those that had the same shape at every request where they were explored alone, the
 * first.
 */
export function representativeFailures(
  alone: readonly ExploredRun[],
): (decision: Decision | undefined) => boolean {
  const shapes = new Map<string, string[]>();
  for (const { decisions, shape } of alone) {
    const [decision] = decisions;
    if (decision === undefined) continue;
    const key = kindOf(decision);
    shapes.set(key, [...(shapes.get(key) ?? []), `${decision.request}: ${shape}`]);
  }
  const chosen = new Set(
    [...firstBy(shapes.entries(), ([, all]) => all.join()).values()].map(([key]) => key),
  );
  return (decision) => decision !== undefined && chosen.has(kindOf(decision));
}

function kindOf({ failure, repeat, position }: Decision): string {
  return `${failure.name} ${repeat} ${position}`;
}

function firstBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T> {
  const first = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (!first.has(key)) first.set(key, item);
  }
  return first;
}
