import { type Grid, gridOf } from '../../assertions/report/story/grid.js';
import { wholeTimeline } from '../../assertions/report/story/timeline.js';
import { type Decision, formatPath } from '../choices/decision.js';
import type { ShownFinding } from '../search/stories/shrink.js';
import type { Unknown } from '../search/unknown.js';
import { type FindingKind, SEVERITIES, type Severity } from '../verdict/finding-kinds.js';
import { describeDecision, describeDecisions } from './describe-decisions.js';
import { type FixContext, fixOf } from './fix.js';
import type { TestContext } from './test-context.js';
import { testToPaste } from './test-to-paste.js';

/** The shortest story that shows a finding. */
export interface FailureStory {
  /** What fails, in order. */
  readonly failures: readonly string[];
  /** The events by request. */
  readonly grid: Grid;
  /** Calls, requests, entries and faults, as `eb.timeline()` prints them. */
  readonly timeline: string;
  /** How many events were published, where `publish` takes a number. */
  readonly events: number | undefined;
  /** How long the publisher took on the virtual clock, in milliseconds. */
  readonly virtualMs: number;
}

/** Something that the exploration has found out about the publisher. */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** One sentence: what fails, and what the publisher does then. */
  readonly summary: string;
  /** `undefined` where no run shows it: a bound was reached. */
  readonly story: FailureStory | undefined;
  /** What to change. */
  readonly fix: string;
  /** A line that runs the story again: `await eb.replay('1:entry-throttled:first', publish)`. */
  readonly replay: string | undefined;
  /** A test that fails as long as the finding is there. There is none for what is only noted. */
  readonly test: string | undefined;
}

/** What the text of a finding depends on beside the run. */
export type FindingContext = Omit<TestContext, 'events'> & Pick<FixContext, 'buses'>;

/** The finding with its story. */
export function toFinding(shown: ShownFinding, context: FindingContext): Finding {
  const { finding, run, decisions, events } = shown;
  const severity = SEVERITIES[finding.kind];
  return {
    kind: finding.kind,
    severity,
    summary: `When ${describeDecisions(decisions)}, ${finding.consequence}.`,
    story: {
      failures: decisions.map(describeDecision),
      grid: gridOf(run.logicalEvents, { events: finding.events, sendings: finding.guilty }),
      timeline: wholeTimeline(run.logicalEvents),
      events,
      virtualMs: run.virtualMs,
    },
    fix: fixOf(finding, { isAfterCrash: run.requestsBeforeRestart !== undefined, buses: context.buses }),
    replay: replayLine(decisions, events),
    test: severity === 'note' ? undefined : testToPaste(shown, { ...context, events }),
  };
}

/** Nothing is proved: why. */
export function unknownFinding({ reason, fix }: Unknown): Finding {
  return {
    kind: 'unknown',
    severity: SEVERITIES.unknown,
    summary: `Not everything was explored: ${reason}.`,
    story: undefined,
    fix,
    replay: undefined,
    test: undefined,
  };
}

function replayLine(decisions: readonly Decision[], events: number | undefined): string {
  return `await eb.replay('${formatPath(decisions, events)}', publish);`;
}
