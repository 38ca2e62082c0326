import type { CompiledMatch } from '../match/compile-match.js';
import { count, times } from '../words.js';
import { usualCauses } from './causes.js';
import type { ClaimContext } from './context.js';
import { eventsOf } from './events-of.js';
import { nearestEvents } from './nearest-events.js';
import type { Report } from './report.js';

/**
 * What there is to say of an event that nothing matches: the nearest ones, why it may be missing, what to do next.
 * @param places the events that may be shown, by index; all of them when left out
 */
export function missingEvents(
  match: CompiledMatch,
  context: ClaimContext,
  places?: readonly number[],
): Pick<Report, 'events' | 'notes' | 'next'> {
  const events = eventsOf(context);
  const nearest = nearestEvents(match, events, places);
  const causes = usualCauses(match, nearest, context);
  const notes = causes.map(({ text }) => text);
  const next = causes.find((cause) => cause.next !== undefined)?.next;
  if (events.length === 0) {
    return {
      notes: notes.length > 0 ? notes : [...answersOf(context), ...elsewhere(context)],
      next: next ?? nextOfNothing(context),
    };
  }
  return { events: nearest, notes, next: next ?? lookAt(nearest, context) };
}

/** Where to see all of the event that the report is about. */
function lookAt({ shown }: ReturnType<typeof nearestEvents>, { scope }: ClaimContext): string {
  const meant = shown.find(({ isMeant }) => isMeant) ?? shown[0];
  if (meant === undefined) return EVERYTHING;
  const view = scope === undefined ? 'eb' : `eb.bus(${JSON.stringify(scope)})`;
  return `All of event ${meant.number}: ${view}.events[${meant.number - 1}]. ${EVERYTHING}`;
}

const EVERYTHING = 'All that was sent, and how it was answered: eb.calls.';

function nextOfNothing({ journal, scope }: ClaimContext): string {
  if (journal.requests === 0) {
    return 'No request has reached the fake. Is the client wired to it, by eb.install(EventBridgeClient) or eb.attach(client), and was what publishes awaited?';
  }
  return scope === undefined || journal.events.length === 0
    ? EVERYTHING
    : 'The bus is the EventBusName of the entry; without one it is "default".';
}

/** The buses that do have events, when the one asked about has none. */
function elsewhere({ journal, scope }: ClaimContext): string[] {
  if (scope === undefined || journal.events.length === 0) return [];
  const numbers = new Map<string, number>();
  for (const { bus } of journal.events) numbers.set(bus, (numbers.get(bus) ?? 0) + 1);
  const shown = [...numbers].map(([bus, number]) => `${count(number, 'event')} on ${bus}`).join(', ');
  return [`On other buses there are events: ${shown}.`];
}

/** What was sent and refused, when nothing at all was published. */
function answersOf({ journal }: ClaimContext): string[] {
  const codes = new Map<string, number>();
  const add = (code: string) => codes.set(code, (codes.get(code) ?? 0) + 1);
  let failed = 0;
  for (const { outcomes = [], ending } of journal.calls.flatMap(({ attempts }) => attempts)) {
    if (ending?.kind === 'error') add(ending.code);
    else if (ending?.kind === 'no-answer') add(`no answer (${ending.error.name})`);
    for (const { error } of outcomes) {
      if (error === undefined) continue;
      failed++;
      add(error.code);
    }
  }
  const shown = [...codes].map(([code, number]) => `${code} ${times(number)}`).join(', ');
  if (shown !== '') {
    const what =
      failed > 0 ? count(failed, 'entry was rejected', 'entries were rejected') : 'none was accepted';
    return [`${count(journal.requests, 'request')} came, and ${what}: ${shown}.`];
  }
  if (journal.dropped.length > 0) {
    const buses = [...new Set(journal.dropped.map(({ bus }) => `"${bus}"`))].join(', ');
    return [
      `${count(journal.dropped.length, 'event was', 'events were')} accepted and dropped: there is no bus ${buses}.`,
    ];
  }
  if (journal.strays.length > 0) return [];
  return journal.requests > 0
    ? [`${count(journal.requests, 'request')} came, without entries that were accepted.`]
    : [];
}
