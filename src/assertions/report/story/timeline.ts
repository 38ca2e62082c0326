import { count } from '../../../base/words/english.js';
import { escapeControls } from '../../../base/words/excerpt.js';
import type { JournalAttempt, JournalCall } from '../../../journal/attempt.js';
import type { LogicalEvents } from '../../../journal/logical-events/logical-events.js';
import { attemptLines } from './timeline-of-attempt.js';

/** How many lines of the timeline a failed assertion shows at most, about. */
const MAX_LINES = 20;

/**
 * The whole timeline as text: each call, its requests and entries with their status, the faults that fired and their
 * locations, the skipped backoff.
 */
export function wholeTimeline(logicalEvents: LogicalEvents): string {
  const blocks = callsOf(logicalEvents).map((call) => callLines(call, logicalEvents));
  return blocks.length === 0 ? 'No request reached the fake.' : escapeControls(blocks.flat().join('\n'));
}

/** The part of the timeline under a failed assertion, in about so many lines. */
export type CutTimeline = (maxLines: number) => string;

/**
 * The part of the timeline that is printed under a failed assertion.
 * @param focus the attempts that the assertion is about: of a long timeline their calls are shown before all others
 */
export function timelineOf(
  logicalEvents: LogicalEvents,
  focus: ReadonlySet<JournalAttempt> = new Set(),
): CutTimeline {
  const calls = callsOf(logicalEvents);
  if (calls.length === 0) return () => 'What happened: no request reached the fake.';
  const isFocus = ({ attempts }: JournalCall) => attempts.some((attempt) => focus.has(attempt));
  const byWeight = [...calls.filter(isFocus), ...calls.filter((other) => !isFocus(other))];
  return (maxLines) => {
    let story: string[] = [];
    // The lines between the calls, which say how many are not shown, need room too.
    for (let room = Math.min(MAX_LINES, maxLines); room > 0; room--) {
      story = storyOf(calls, shownOf(byWeight, room, logicalEvents));
      if (story.length < maxLines) break;
    }
    return `What happened:\n${story.map((line) => `  ${line}`).join('\n')}`;
  };
}

/** The lines of the first calls, as many as there is room for. */
function shownOf(
  calls: readonly JournalCall[],
  room: number,
  logicalEvents: LogicalEvents,
): ReadonlyMap<JournalCall, readonly string[]> {
  const shown = new Map<JournalCall, readonly string[]>();
  let left = room;
  for (const call of calls) {
    if (left <= 0) break;
    const lines = callLines(call, logicalEvents);
    shown.set(call, lines.length > left ? [...lines.slice(0, left), '  …'] : lines);
    left -= lines.length;
  }
  return shown;
}

function storyOf(
  calls: readonly JournalCall[],
  shown: ReadonlyMap<JournalCall, readonly string[]>,
): string[] {
  const story: string[] = [];
  let hidden = 0;
  for (const call of [...calls, undefined]) {
    const lines = call === undefined ? [] : shown.get(call);
    if (lines === undefined) hidden++;
    else {
      if (hidden > 0) story.push(`… ${count(hidden, 'call')} not shown: console.log(eb.timeline())`);
      hidden = 0;
      story.push(...lines);
    }
  }
  return story;
}

function callsOf(logicalEvents: LogicalEvents): JournalCall[] {
  return [...new Set(logicalEvents.attempts.map(({ call }) => call))];
}

function callLines(call: JournalCall, logicalEvents: LogicalEvents): string[] {
  const last = call.attempts.at(-1);
  const outcome = last === undefined || last.outcome === 'pending' ? 'not finished' : last.outcome;
  const title = `call ${call.number}: ${count(last?.entries.length ?? 0, 'entry', 'entries')}, ${outcome}`;
  return [title, ...call.attempts.flatMap((attempt) => attemptLines(attempt, logicalEvents))];
}
