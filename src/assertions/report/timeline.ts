import { count } from '../../base/english.js';
import type { JournalAttempt, JournalCall } from '../../journal/attempt.js';
import type { LogicalEvents } from '../../journal/logical-events.js';
import { attemptLines } from './timeline-of-attempt.js';

/** A failed assertion shows about so many lines of the story. */
const MOST_LINES = 40;

/**
 * The whole story as text: each call, its attempts with their status, each entry with its status, the faults that fired
 * and the lines that declared them, the waits that were skipped.
 */
export function wholeTimeline(logicalEvents: LogicalEvents): string {
  const blocks = callsOf(logicalEvents).map((call) => callLines(call, logicalEvents));
  return blocks.length === 0 ? 'No request has reached the fake.' : blocks.flat().join('\n');
}

/**
 * The part of the story that stands under a failed assertion.
 * @param meant the attempts that the assertion is about: of a long story their calls are shown before all others
 */
export function timelineOf(
  logicalEvents: LogicalEvents,
  meant: ReadonlySet<JournalAttempt> = new Set(),
): string {
  const calls = callsOf(logicalEvents);
  if (calls.length === 0) return 'What happened: no request has reached the fake.';
  const isMeant = ({ attempts }: JournalCall) => attempts.some((attempt) => meant.has(attempt));
  const shown = new Map<JournalCall, readonly string[]>();
  let left = MOST_LINES;
  for (const call of [...calls.filter(isMeant), ...calls.filter((other) => !isMeant(other))]) {
    if (left <= 0) break;
    const lines = callLines(call, logicalEvents);
    left -= lines.length;
    shown.set(call, lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '    …'] : lines);
  }
  const story: string[] = [];
  let hidden = 0;
  for (const call of [...calls, undefined]) {
    const lines = call === undefined ? [] : shown.get(call);
    if (lines === undefined) hidden++;
    else {
      if (hidden > 0) story.push(`… ${count(hidden, 'call')} not shown`);
      hidden = 0;
      story.push(...lines);
    }
  }
  return `What happened:\n${story.map((line) => `  ${line}`).join('\n')}`;
}

function callsOf(logicalEvents: LogicalEvents): JournalCall[] {
  return [...new Set(logicalEvents.attempts.map(({ call }) => call))];
}

function callLines(call: JournalCall, logicalEvents: LogicalEvents): string[] {
  const last = call.attempts.at(-1);
  const outcome = last === undefined || last.outcome === 'pending' ? 'not answered yet' : last.outcome;
  const title = `call ${call.number}: ${count(last?.entries.length ?? 0, 'entry', 'entries')}, ${outcome}`;
  return [title, ...call.attempts.flatMap((attempt) => attemptLines(attempt, logicalEvents))];
}
