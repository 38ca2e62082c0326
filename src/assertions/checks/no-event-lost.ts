import { count } from '../../base/words/english.js';
import type { JournalAttempt } from '../../journal/attempt.js';
import type { LogicalEvent, Sending } from '../../journal/logical-events/logical-event.js';
import type { AssertionContext } from '../context.js';
import type { Cause } from '../diagnosis/cause.js';
import { callsWithoutRequest, unknownBus } from '../diagnosis/missing-event-causes.js';
import { type NearestToOffered, nearestToOffered } from '../diagnosis/nearest/nearest-to-offered.js';
import { entryFailure } from '../diagnosis/rejections/entry-failures.js';
import { requestFailure } from '../diagnosis/request-failures.js';
import { unusedFaultsNote } from '../diagnosis/unused-faults.js';
import { describeEntry, describeHistory } from '../report/describe-sending.js';
import { linesOf } from '../report/lines.js';
import type { Verdict } from '../report/report.js';
import { type GridFocus, gridOf } from '../report/story/grid.js';
import { timelineOf } from '../report/story/timeline.js';
import { type NeverSent, neverSentOf } from './offered.js';

/** Whatever was sent, and whatever was offered, a bus has in the end. */
export function noEventLost(
  context: AssertionContext,
  [offered]: readonly unknown[],
  method: string,
): Verdict {
  const { logicalEvents, journal } = context;
  const lost = logicalEvents.all.filter(({ isReceived }) => !isReceived).map(({ sendings }) => sendings);
  const neverSent = neverSentOf(offered, context, method);
  return {
    holds: lost.length === 0 && neverSent.count === 0,
    report: (negated) => {
      if (negated)
        return {
          summary: `Expected an event to be lost, but ${journal.requests === 0 ? 'nothing was sent' : 'every event was published'}.`,
          ...unusedFaultsNote(context),
          grid: gridOf(logicalEvents),
          timeline: timelineOf(logicalEvents),
        };
      const nearest = nearestToOffered(neverSent, context);
      const causes = causesOf(lost, neverSent, nearest, context);
      const isNamed =
        onlyNeverSent(neverSent) !== undefined && causes.some(({ code }) => code === 'never-sent');
      return {
        summary: `Expected no event to be lost, but ${[...sentAndLost(lost), ...notSent(neverSent, offered, nearest !== undefined)].join(', and ')}.`,
        causes,
        notes: [
          ...(lost.length > 1 || lost.some(({ length }) => length > 1)
            ? [`Lost:\n${linesOf(lost.map(describeLost))}`]
            : []),
          ...(nearest === undefined ? [] : [nearest.note]),
          ...(neverSent.lines.length > 0 && !isNamed && nearest === undefined
            ? [`Never sent:\n${linesOf(neverSent.lines)}`]
            : []),
        ],
        grid: gridOf(logicalEvents, {
          sendings: [...lost.flatMap((sendings) => sendings.slice(-1)), ...acceptedIn(causes, context)],
          ...(nearest === undefined ? { neverSent: neverSent.lines } : bothSides(neverSent, nearest)),
        }),
        timeline: timelineOf(logicalEvents, requestsOf(lost, causes, context)),
      };
    },
  };
}

/** The accepted entries that a cause is about: those that were resent in place of the lost ones. */
function acceptedIn(causes: readonly Cause[], { logicalEvents }: AssertionContext): readonly Sending[] {
  const about = new Set(causes.flatMap((cause) => cause.about ?? []));
  return logicalEvents.resent.flatMap(({ received }) => received.filter(({ entry }) => about.has(entry)));
}

/** The requests of what was lost, and those that a cause is about. */
function requestsOf(
  lost: readonly (readonly Sending[])[],
  causes: readonly Cause[],
  { journal }: AssertionContext,
): ReadonlySet<JournalAttempt> {
  const about = new Set(causes.flatMap((cause) => cause.about ?? []));
  return new Set([
    ...lost.flat().map(({ attempt }) => attempt),
    ...journal.attempts.filter(({ entries }) => entries.some((entry) => about.has(entry))),
  ]);
}

function sentAndLost(lost: readonly unknown[]): string[] {
  return lost.length === 0 ? [] : [`${count(lost.length, 'was', 'were')} sent and never published`];
}

/** Rows for what was offered, and for what was sent in its place: a few of each. */
function bothSides({ lines, unmatched }: NeverSent, { event }: NearestToOffered): GridFocus {
  return {
    events: [event, ...unmatched.filter((other) => other !== event)].slice(0, ROWS_OF_A_SIDE),
    neverSent: lines.slice(0, ROWS_OF_A_SIDE),
  };
}

const ROWS_OF_A_SIDE = 3;

function notSent({ count: missing }: NeverSent, offered: unknown, isNear: boolean): string[] {
  if (missing === 0) return [];
  if (isNear && Array.isArray(offered))
    return [
      `${missing} of the ${offered.length} offered ${missing === 1 ? 'matches' : 'match'} no event that was sent`,
    ];
  const of = typeof offered === 'number' ? ` of the ${offered} offered` : '';
  return [`${missing}${of} ${missing === 1 ? 'was' : 'were'} never sent`];
}

function describeLost(sendings: readonly Sending[]): string {
  return `${describeEntry(sendings[0]?.event.entry.raw ?? {})}: ${describeHistory(sendings)}`;
}

/** The only event that was never sent, if it fits on the line of the cause. */
function onlyNeverSent({ count: missing, lines: [line] }: NeverSent): string | undefined {
  return missing === 1 && line !== undefined && !line.includes('\n') ? line : undefined;
}

function neverSentCause(neverSent: NeverSent): Cause {
  const only = onlyNeverSent(neverSent);
  return {
    code: 'never-sent',
    text: only === undefined ? 'Your code did not send every event.' : `Your code never sent ${only}.`,
    fix: 'Await the function that publishes. Check that it sends every batch, also the last one and those after a failed one.',
  };
}

/** Why the first events were lost. `verify()` need not report any of them again. */
function causesOf(
  lost: readonly LogicalEvent['sendings'][],
  neverSent: NeverSent,
  nearest: NearestToOffered | undefined,
  context: AssertionContext,
): Cause[] {
  const cause = lost[0] && causeOf(lost[0], context);
  const about = lost.flat().flatMap(({ entry, attempt }) => [entry, attempt]);
  return [
    ...(cause === undefined ? [] : [{ ...cause, about: [...(cause.about ?? []), ...about] }]),
    ...notSentCauses(neverSent, nearest, context),
  ];
}

function notSentCauses(
  neverSent: NeverSent,
  nearest: NearestToOffered | undefined,
  context: AssertionContext,
): readonly Cause[] {
  const { count: missing, unmatched } = neverSent;
  if (nearest !== undefined && missing <= unmatched.length) return nearest.causes;
  if (missing === 0) return [];
  const cause = unreadableRequest(context) ?? callsWithoutRequest(context)[0] ?? neverSentCause(neverSent);
  return [...(nearest?.causes ?? []), cause];
}

/** A request of which EventBridge could read no entry may have had the events that were never sent. */
function unreadableRequest(context: AssertionContext): Cause | undefined {
  const attempt = context.journal.attempts.find(
    ({ ending, entries }) => ending?.kind === 'error' && entries.length === 0,
  );
  return attempt && requestFailure(attempt, context);
}

function causeOf(sendings: LogicalEvent['sendings'], context: AssertionContext): Cause | undefined {
  const { status, attempt, entry } = sendings.at(-1) ?? sendings[0];
  const what = describeEntry(entry.raw);
  switch (status) {
    case 'accepted':
      return undefined;
    case 'dropped':
      return unknownBus(entry.bus, what, [], context.buses);
    case 'pending':
      return {
        code: 'unfinished-call',
        text: `Request ${attempt.request} has not finished.`,
        fix: 'Await the function that publishes. Release what a hold() holds.',
      };
    case 'rejected':
      return entryFailure(sendings, context.logicalEvents, what);
    default:
      return requestFailure(attempt, context, what);
  }
}
