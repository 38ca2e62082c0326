import { violationsOf } from './constraints.js';
import { isDetail } from './detail.js';
import { entryRulesError } from './entry-rules.js';
import { busExists } from './event-bus.js';
import type { EventTimes } from './event-time.js';
import type {
  EntryAcceptance,
  EntryError,
  Limits,
  PutEventsInput,
  RequestError,
} from './put-events-types.js';
import { isOverSize } from './request-size.js';
import type { SentEntry } from './sent-entry.js';
import { traceHeaderOf } from './trace-header.js';

/** What EventBridge knows of itself and of the moment at which a request came in. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The `X-Amzn-Trace-Id` header of the request. */
  readonly traceHeader: string | undefined;
  /** Names and ARNs of the buses that exist beside `default`; `undefined` when every valid name exists. */
  readonly buses: ReadonlySet<string> | undefined;
  readonly times: EventTimes;
  readonly nextEventId: () => string;
}

/**
 * The error for a whole request: the framework's constraints first, then the size of all entries together.
 * A request whose entries all fail is not one of these: AWS was recorded to answer it with 200 and a count, although
 * its documentation says that such a request fails.
 */
export function requestErrorOf(input: PutEventsInput, limits: Limits): RequestError | undefined {
  const violations = violationsOf(input, limits);
  if (violations !== undefined) return validationError(violations);
  // "Total size of the entries in the request is over the limit." (recorded)
  return isOverSize(input.entries ?? [], limits.maxRequestBytes)
    ? validationError('Total size of the entries in the request is over the limit.')
    : undefined;
}

/** Why EventBridge rejects an entry, in AWS's order of checks; `undefined` when it accepts it. */
export function entryErrorOf(entry: SentEntry, limits: Limits): EntryError | undefined {
  const { raw } = entry;
  const error = entryRulesError(raw);
  if (error !== undefined) return error;
  // A list, a string or a number as `Detail`: recorded as `MalformedDetail`.
  return isDetail(raw.Detail ?? '', entry.parsedDetail, limits.maxDetailDepth)
    ? undefined
    : { code: 'MalformedDetail', message: 'Detail is malformed.' };
}

/** Makes an event of an entry that nothing is wrong with. */
export function acceptEntry(entry: SentEntry, moment: Moment): EntryAcceptance {
  const { raw, bus, origin } = entry;
  return {
    id: moment.nextEventId(),
    time: moment.times.format(raw.Time, moment.now),
    isDropped: !busExists(bus, origin, moment.buses),
    traceHeader: traceHeaderOf(raw.TraceHeader, moment.traceHeader),
  };
}

function validationError(message: string): RequestError {
  return { status: 400, code: 'ValidationException', message };
}
