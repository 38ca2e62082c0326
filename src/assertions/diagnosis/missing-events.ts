import { count, list, times } from '../../base/english.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import type { AssertionContext } from '../context.js';
import { subjectOf, WHOLE_STORY } from '../events-in-scope.js';
import type { Report, ReportedEvents } from '../report/report.js';
import { usualCauses } from './causes.js';
import { nearestEvents } from './nearest-events.js';

/**
 * What there is to say of an event that nothing matches: the nearest ones, why it may be missing, what to do next.
 * @param places the events that may be shown, by index; all of them when left out
 */
export function missingEvents(
  match: CompiledMatch,
  context: AssertionContext,
  places?: readonly number[],
): Pick<Report, 'events' | 'notes' | 'next'> {
  const events = context.events();
  const nearest = nearestEvents(match, events, places);
  const causes = usualCauses(match, context, nearest);
  const notes = causes.map(({ text }) => text);
  const next = causes.find((cause) => cause.next !== undefined)?.next;
  if (events.length === 0) {
    const instead = whatCameInstead(context);
    return { notes: notes.length > 0 ? notes : instead.notes, next: next ?? instead.next };
  }
  return { events: nearest, notes, next: next ?? lookAt(nearest, context) };
}

/** Where to see all of the event that the report is about. */
function lookAt({ shown }: ReportedEvents, context: AssertionContext): string {
  const meant = shown.find(({ isMeant }) => isMeant) ?? (shown.length === 1 ? shown[0] : undefined);
  if (meant === undefined && shown.length > 0) {
    return `See the whole events with console.log(${subjectOf(context)}.events), and all that was sent with console.log(eb.timeline()).`;
  }
  if (meant === undefined) return WHOLE_STORY;
  return `See all of event ${meant.number} with console.log(${subjectOf(context)}.events[${meant.number - 1}]), and all that was sent with console.log(eb.timeline()).`;
}

/** What there is to say when nothing at all was published. */
export function whatCameInstead(context: AssertionContext): { notes: readonly string[]; next: string } {
  const { journal, scope } = context;
  if (journal.requests === 0) return { notes: straysOf(context), next: NO_REQUEST };
  if (scope !== undefined && journal.events.length > 0) {
    return {
      notes: elsewhere(context),
      next: 'The bus is the EventBusName of the entry; without one it is "default".',
    };
  }
  return { notes: answersOf(context), next: WHOLE_STORY };
}

const NO_REQUEST =
  'No request has reached the fake. Is the client wired to it, by eb.install(EventBridgeClient) or eb.attach(client), and was what publishes awaited?';

/** Clients of other services, and other operations, reach an installed fake too. */
function straysOf({ journal: { strays } }: AssertionContext): string[] {
  return strays.length === 0
    ? []
    : [
        `${count(strays.length, 'request was', 'requests were')} for operations that the fake does not have: ${list(new Set(strays.map(({ operation }) => operation)))}.`,
      ];
}

/** The buses that do have events, when the one asked about has none. */
function elsewhere({ journal }: AssertionContext): string[] {
  const numbers = new Map<string, number>();
  for (const { bus } of journal.events) numbers.set(bus, (numbers.get(bus) ?? 0) + 1);
  const shown = [...numbers].map(([bus, number]) => `${count(number, 'event')} on ${bus}`).join(', ');
  return [`Other buses have events: ${shown}.`];
}

/** What was sent and refused, when nothing at all was published. */
function answersOf({ journal }: AssertionContext): string[] {
  const codes = new Map<string, number>();
  const add = (code: string) => codes.set(code, (codes.get(code) ?? 0) + 1);
  let failed = 0;
  for (const { entries, ending } of journal.attempts) {
    if (ending?.kind === 'error') add(ending.code);
    else if (ending?.kind === 'no-answer') add(`no answer (${ending.error.name})`);
    for (const { error } of entries) {
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
  return [
    `${count(journal.requests, 'request')} came, and no entry of ${journal.requests === 1 ? 'it' : 'them'} was accepted.`,
  ];
}
