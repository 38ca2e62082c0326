import { violationsOf } from './constraints.js';
import { isDetail } from './detail.js';
import { checkEntry } from './entry-rules.js';
import { findBus } from './event-bus.js';
import { eventTime } from './event-time.js';
import type {
  EntryOutcome,
  PutEventsEntry,
  PutEventsInput,
  PutEventsOutcome,
  ServiceContext,
} from './put-events-types.js';
import { isOverSize } from './request-size.js';
import { traceHeaderOf } from './trace-header.js';

/**
 * `PutEvents`: the framework's constraints first, then the size of the whole request, then each entry for itself.
 * A request whose entries all fail is answered with 200 and a count, as AWS was recorded to do, although its
 * documentation says that such a request fails.
 */
export function putEvents(input: PutEventsInput, context: ServiceContext): PutEventsOutcome {
  const violations = violationsOf(input, context.limits);
  if (violations !== undefined) return { refusal: validationError(violations) };

  const entries = (input.entries ?? []).filter((entry) => entry !== null);
  // "Total size of the entries in the request is over the limit." (recorded)
  if (isOverSize(entries, context.limits.maxRequestBytes)) {
    return { refusal: validationError('Total size of the entries in the request is over the limit.') };
  }
  return { outcomes: entries.map((entry, index) => putEvent(entry, index, context)) };
}

function putEvent(entry: PutEventsEntry, index: number, context: ServiceContext): EntryOutcome {
  const error = checkEntry(entry);
  if (error !== undefined) return { entry, error };

  // checkEntry has seen that these three are there.
  const { Source: source = '', DetailType: detailType = '', Detail: detailText = '' } = entry;
  if (!isDetail(detailText, context.limits.maxDetailDepth))
    return { entry, error: { code: 'MalformedDetail', message: 'Detail is malformed.' } };

  const failure = context.failureOf(entry, index);
  if (failure !== undefined) return { entry, error: failure };

  const bus = findBus(entry.EventBusName, context);
  const event = {
    id: context.nextEventId(),
    source,
    detailType,
    detailText,
    resources: resourcesOf(entry),
    time: eventTime(entry.Time, context.now),
    bus: bus.name,
    busExists: bus.exists,
    region: context.region,
    account: context.account,
    traceHeader: traceHeaderOf(entry.TraceHeader, context.traceHeader),
  };
  return { entry, event };
}

const NO_RESOURCES: readonly string[] = Object.freeze([]);

function resourcesOf(entry: PutEventsEntry): readonly string[] {
  const resources = entry.Resources;
  return resources === undefined ? NO_RESOURCES : resources.filter((resource) => resource !== null);
}

function validationError(message: string) {
  return { status: 400, code: 'ValidationException', message };
}
