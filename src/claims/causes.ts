import type { JournalAttempt } from '../journal/attempt.js';
import type { CompiledMatch } from '../match/compile-match.js';
import { EntryView } from '../match/entry-view.js';
import { list, nearestName } from '../words.js';
import type { ClaimContext } from './context.js';
import { eventsOf } from './events-of.js';
import type { ReportedEvents } from './report.js';
import { parsedJson, slipIn } from './slips.js';

/** Why an event is missing, as a sentence, and what to do about it. */
export interface Cause {
  readonly text: string;
  readonly next?: string;
}

/** More slips of one event than this are no slips. */
const MOST_SLIPS = 3;

/** The usual causes of an event that is missing: most of them make the event look published. */
export function usualCauses(match: CompiledMatch, nearest: ReportedEvents, context: ClaimContext): Cause[] {
  return [
    ...unaccepted(match, context),
    ...drops(match, context),
    ...otherBuses(match, context),
    ...slips(nearest),
  ];
}

/** The right event, in an entry or a request that was answered with an error. The last one tells most. */
function unaccepted(match: CompiledMatch, context: ClaimContext): Cause[] {
  let cause: Cause | undefined;
  for (const { attempts } of context.journal.calls) {
    for (const attempt of attempts) cause = rejectionIn(attempt, match, context) ?? cause;
  }
  return cause === undefined ? [] : [cause];
}

function rejectionIn(
  attempt: JournalAttempt,
  match: CompiledMatch,
  context: ClaimContext,
): Cause | undefined {
  const { entries, outcomes, ending, call, number } = attempt;
  const place = `call ${call.number}${number > 1 ? `, attempt ${number}` : ''}`;
  for (const [index, entry] of entries.entries()) {
    const error = outcomes?.[index]?.error;
    if (outcomes !== undefined && error === undefined) continue;
    const bus = context.busName(entry.EventBusName ?? 'default');
    if (context.scope !== undefined && bus !== context.scope) continue;
    const which = `entry ${index + 1} of ${place}`;
    if (error !== undefined) {
      if (match.test(new EntryView(entry, bus))) {
        return {
          text: `An entry that matches was rejected: ${which} was answered with ${error.code} (${error.message}).`,
          next: AGAIN.has(error.code)
            ? "The answer was HTTP 200 with an ErrorCode in the entry's result: the SDK neither throws nor tries again. What publishes has to look at FailedEntryCount, and send such entries again itself."
            : `The answer was HTTP 200 with an ErrorCode in the entry's result: the SDK does not throw. Sending it again does not help with ${error.code}: mend the entry.`,
        };
      }
      const inner = parsedJson(new EntryView(entry, bus).detail);
      if (
        inner !== undefined &&
        match.test(new EntryView({ ...entry, Detail: JSON.stringify(inner) }, bus))
      ) {
        return {
          text: `An entry would match, but its detail was stringified twice: ${which} was answered with ${error.code} (${error.message}).`,
          next: 'Detail is JSON.stringify(detail), once. Is a string given to something that stringifies it again?',
        };
      }
    } else if (ending !== undefined && ending.kind !== 'results' && match.test(new EntryView(entry, bus))) {
      return {
        text: `An entry that matches was sent, and not accepted: ${which}${endingOf(ending)}.`,
        next: 'What publishes was told so by an exception of client.send. Was it caught, and the entries not sent again?',
      };
    }
  }
  return undefined;
}

/** The codes that AWS documents as worth another try. */
const AGAIN: ReadonlySet<string> = new Set(['ThrottlingException', 'InternalFailure']);

function endingOf(ending: NonNullable<JournalAttempt['ending']>): string {
  switch (ending.kind) {
    case 'error':
      return ` was refused with the whole request, by ${ending.code}${ending.message === undefined ? '' : ` (${ending.message})`}`;
    case 'no-answer':
      return ` had no answer: ${ending.error.name}, ${ending.error.message}`;
    default:
      return ' had an answer that could not be read';
  }
}

/** The right event, accepted and lost. */
function drops(match: CompiledMatch, context: ClaimContext): Cause[] {
  const { journal, buses, scope } = context;
  const dropped = journal.dropped.find((event) =>
    scope === undefined ? match.test(event, 'bus') : match.test(event),
  );
  if (dropped === undefined) return [];
  const known = ['default', ...(buses ?? [])];
  const meant = nearestName(dropped.bus, known);
  return [
    {
      text: `An event that matches was accepted and dropped: there is no bus "${dropped.bus}".${meant === undefined ? '' : ` Was "${meant}" meant?`}`,
      next: `AWS answers with an EventId all the same. Correct EventBusName, or name the bus in fakeEventBridge({ buses: […] }); there ${known.length === 1 ? 'is' : 'are'} ${list(known)}.`,
    },
  ];
}

/** The right event on another bus. */
function otherBuses(match: CompiledMatch, context: ClaimContext): Cause[] {
  const { journal, scope } = context;
  const events = scope === undefined ? eventsOf(context) : journal.events.filter(({ bus }) => bus !== scope);
  const place = journal.events.findIndex((event) => events.includes(event) && match.test(event, 'bus'));
  const event = journal.events[place];
  if (event === undefined) return [];
  const wanted = scope ?? match.bus;
  return [
    {
      text: `The right event is on another bus: event ${place + 1} was published to "${event.bus}"${wanted === undefined ? '' : `, not to "${wanted}"`}.`,
      next: 'The bus is the EventBusName of the entry; without one it is "default".',
    },
  ];
}

/** Small things that make all the difference, in the event that is probably meant. */
function slips({ shown }: ReportedEvents): Cause[] {
  const meant = shown.length === 1 ? shown[0] : shown.find(({ isMeant }) => isMeant);
  const found = (meant?.differences ?? []).flatMap((difference) => slipIn(difference) ?? []);
  return found.slice(0, MOST_SLIPS).map((text) => ({ text }));
}
