import { count } from '../../base/words/english.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import type { AssertionContext } from '../context.js';
import { describeEntry } from '../report/describe-sending.js';
import type { Report, ReportedEvents } from '../report/report.js';
import { timelineOf } from '../report/story/timeline.js';
import { WHOLE_TIMELINE } from '../report-constants.js';
import type { Cause } from './cause.js';
import {
  lostEventCauses,
  nearMissCauses,
  otherBusCauses,
  otherBusFix,
  unfinishedCalls,
  unknownBus,
} from './missing-event-causes.js';
import { nearestEvents } from './nearest-events.js';
import { entryFailure } from './rejections/entry-failures.js';
import { requestFailure } from './request-failures.js';

type Explanation = Pick<Report, 'causes' | 'events' | 'notes' | 'next' | 'timeline'>;

/**
 * Why no event matches: the cause, if it is one of the usual ones, and the evidence.
 * @param indexes the events that may be listed; all of them when left out
 */
export function missingEvents(
  match: CompiledMatch,
  context: AssertionContext,
  indexes?: readonly number[],
): Explanation {
  const lost = lostEventCauses(match, context);
  // The cause is known for certain: other events add nothing to it.
  if (lost.length > 0)
    return { causes: lost, timeline: timelineOf(context.logicalEvents, requestsOf(lost, context)) };
  const otherBus = otherBusCauses(match, context);
  if (context.events().length === 0)
    return otherBus.length > 0 ? { causes: otherBus } : whyNothingWasPublished(context);
  const events = nearestEvents(match, context, indexes);
  const known = [...otherBus, ...nearMissCauses(events)];
  const causes = known.length > 0 ? known : unfinishedCalls(context);
  return causes.length > 0 ? { causes, events } : { events, next: lookAt(events, context) };
}

/** The requests that a cause is about. */
function requestsOf(causes: readonly Cause[], { journal }: AssertionContext) {
  const about = new Set(causes.flatMap((cause) => cause.about ?? []));
  return new Set(
    journal.attempts.filter(
      (attempt) => about.has(attempt) || attempt.entries.some((entry) => about.has(entry)),
    ),
  );
}

/** Where to see all of the event that the report is about. */
function lookAt({ listed }: ReportedEvents, { subject }: AssertionContext): string {
  const focus = listed.find(({ isFocus }) => isFocus) ?? (listed.length === 1 ? listed[0] : undefined);
  return focus === undefined
    ? WHOLE_TIMELINE
    : `See the whole event with console.log(${subject}.events[${focus.index}]), and all requests with console.log(eb.timeline()).`;
}

/** Why nothing at all was published. */
export function whyNothingWasPublished(context: AssertionContext): Explanation {
  const { journal, scope, buses } = context;
  if (journal.requests === 0)
    return {
      causes: [
        notConnected(context) ?? notFaked(context) ?? unfinishedCalls(context)[0] ?? noRequest(context),
      ],
    };
  if (scope !== undefined && journal.events.length > 0)
    return { causes: [{ code: 'other-bus', text: elsewhere(context), fix: otherBusFix(scope) }] };
  const [first] = journal.dropped;
  if (first !== undefined)
    return {
      causes: [unknownBus(first.bus, count(journal.dropped.length, 'event'), journal.dropped, buses)],
    };
  const refused = journal.attempts.find(({ ending }) => ending?.kind === 'error');
  const timeline = timelineOf(context.logicalEvents);
  if (refused !== undefined) return { causes: [requestFailure(refused, context)], timeline };
  const [rejected, ...others] = context.logicalEvents.all.filter(
    ({ sendings }) => sendings.at(-1)?.status === 'rejected',
  );
  if (rejected === undefined) return { causes: unfinishedCalls(context), timeline };
  const cause = entryFailure(rejected.sendings, context.logicalEvents, describeEntry(rejected.entry.raw));
  const also =
    others.length === 0 ? '' : ` It also rejected ${count(others.length, 'other entry', 'other entries')}.`;
  const about = journal.rejected.map(({ entry }) => entry);
  return { causes: [{ ...cause, text: `${cause.text}${also}`, about }], timeline };
}

function noRequest({ mockedSend }: AssertionContext): Cause {
  const mocked = mockedSend();
  return mocked === undefined
    ? {
        code: 'no-request',
        text: 'No request reached the fake in this test.',
        fix: 'Await the function that publishes. Connect its client with eb.install(EventBridgeClient) or eb.attach(client).\nIf your code publishes later, wait for it: await eb.waitForEvent(match, { timeout }).',
      }
    : {
        code: 'no-request',
        text: `No request reached the fake in this test: ${mocked}.`,
        fix: 'Remove the mock, or let it call the fake: callsFake(eb.send), mockImplementation(eb.send), or mock.on(PutEventsCommand).callsFake(eb.putEvents).',
      };
}

/** A request of a client that is not connected, stopped before it left the process. */
export function notConnected({ journal }: AssertionContext): Cause | undefined {
  const strays = journal.strays.filter(({ reason }) => reason === 'not-connected');
  const [first] = strays;
  if (first === undefined) return undefined;
  return {
    code: 'not-connected',
    text: `A client that is not connected to the fake sent ${strays.length === 1 ? 'a request' : `${strays.length} requests`} to ${first.hostname}. Nothing left this process.`,
    fix: 'Connect it: eb.attach(client), or eb.install(client.constructor) for every client of its class. After resetModules(), connect the newly loaded class. A bundle may contain its own class.',
    about: strays,
  };
}

/** Requests for an operation that the fake does not support. */
export function notFaked({ journal }: AssertionContext): Cause | undefined {
  const strays = journal.strays.filter(({ reason }) => reason === 'not-faked');
  if (strays.length === 0) return undefined;
  const operations = [...new Set(strays.map(({ operation, hostname }) => `${operation} (${hostname})`))];
  return {
    code: 'not-faked',
    text: `${count(strays.length, 'request')} called an operation that the fake does not support: ${operations.join(', ')}.`,
    fix: 'Connect only clients of EventBridge, and stub other operations. With onStray: "warn", the fake only warns.',
    about: strays,
  };
}

/** The buses that do have events, when the one asked about has none. */
function elsewhere({ journal, scope }: AssertionContext): string {
  const numbers = new Map<string, number>();
  for (const { bus } of journal.events) numbers.set(bus, (numbers.get(bus) ?? 0) + 1);
  const listed = [...numbers].map(([bus, number]) => `"${bus}" has ${count(number, 'event')}`).join(', ');
  return `The bus "${scope}" has no events, but ${listed}.`;
}
