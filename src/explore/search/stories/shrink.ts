import type { Decision } from '../../choices/decision.js';
import { plainestPosition } from '../../choices/positions.js';
import type { Expectation } from '../../verdict/expectation.js';
import type { FindingKind } from '../../verdict/finding-kinds.js';
import { judge, notRetried } from '../../verdict/judge.js';
import type { RunFinding } from '../../verdict/run-finding.js';
import { run, type Subject } from '../running/run.js';
import type { RunRecord } from '../running/run-record.js';
import type { World } from '../running/world.js';
import type { Candidate } from './best-stories.js';

/** A finding with the run that shows it. */
export interface ShownFinding {
  readonly decisions: readonly Decision[];
  readonly finding: RunFinding;
  readonly run: RunRecord;
  /** How many events were published, where the publisher takes a number. */
  readonly events: number | undefined;
  /** How many events there should be in the end. */
  readonly expected: number;
}

/** The publisher with so many events, and what its runs are measured by. */
export interface SizedSubject {
  readonly subject: Subject;
  readonly expectation: Expectation;
}

/** More variants of a path than this are not tried for each number of events. */
const MAX_VARIANTS = 24;

/**
 * Finds the fewest events with which a finding shows: with every number from one, the same failures at the same requests
 * or earlier ones.
 * @returns `undefined` when the run comes out differently now
 * @param sized the publisher with so many events; `undefined` where it does not take a number, or fails with so few
 */
export async function shrink(
  world: World,
  { decisions, finding }: Candidate,
  full: SizedSubject & { readonly events: number | undefined },
  sized: (events: number) => Promise<SizedSubject | undefined>,
  method: string,
): Promise<ShownFinding | undefined> {
  for (let events = 1; events < (full.events ?? 0); events++) {
    const smaller = await sized(events);
    if (smaller === undefined) continue;
    for (const variant of variantsOf(decisions)) {
      const shown = await show(world, variant, finding.kind, smaller, method);
      if (shown !== undefined) return { ...shown, events };
    }
  }
  const shown = await show(world, decisions, finding.kind, full, method);
  return shown && { ...shown, events: full.events };
}

/** Runs the decisions again. @returns the finding of that kind, if the run shows it and every decision had an effect */
export async function show(
  world: World,
  decisions: readonly Decision[],
  kind: FindingKind,
  { subject, expectation }: SizedSubject,
  method: string,
): Promise<Omit<ShownFinding, 'events'> | undefined> {
  const record = await run(world, subject, decisions);
  if (record.unreached.length > 0) return undefined;
  const findings = judge(record, expectation, method);
  const found = [...findings, ...notRetried(record, findings)].find((finding) => finding.kind === kind);
  if (found === undefined) return undefined;
  const plain = plainDecisions(record);
  const shownRun = { ...record, decisions: plain };
  return { decisions: plain, finding: found, run: shownRun, expected: expectedEvents(expectation, plain) };
}

/** The decisions of a run in the words of its own requests: with fewer events, they have fewer entries. */
function plainDecisions({ decisions, attempts }: RunRecord): readonly Decision[] {
  return decisions.map((decision) => {
    const { position, request } = decision;
    const { length } = attempts[request - 1]?.entries ?? [];
    return position === undefined ? decision : { ...decision, position: plainestPosition(position, length) };
  });
}

function expectedEvents(
  { offered, asked = 0, baseline }: Expectation,
  decisions: readonly Decision[],
): number {
  if (typeof offered === 'number') return offered;
  if (Array.isArray(offered)) return offered.length;
  return decisions.length > 0 ? baseline.all.length : Math.max(baseline.all.length, asked);
}

/** The same failures at the same requests, and then at earlier ones. */
function variantsOf(decisions: readonly Decision[]): (readonly Decision[])[] {
  const variants = decisions.reduce<(readonly Decision[])[]>(
    (paths, decision) =>
      paths.flatMap((path) =>
        Array.from({ length: decision.request }, (_, i) => i + 1)
          .filter((request) => request >= (path.at(-1)?.request ?? 1))
          .map((request) => [...path, { ...decision, request }]),
      ),
    [[]],
  );
  return variants.reverse().slice(0, MAX_VARIANTS);
}
