import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { conditionOf } from './conditions.js';
import type { EventMember } from './event-view.js';

/**
 * What a match names, as the records of events have it.
 * @param busName the name under which events of a bus are recorded, from its name or ARN
 */
export function expectedMember(
  member: EventMember,
  value: unknown,
  method: string,
  busName: (nameOrArn: string) => string,
): unknown {
  if (member === 'bus' && typeof value === 'string') return busName(value);
  if (member === 'time') return timeOf(value, method);
  return value;
}

/** Dates and ISO texts as an event's `time` is written: UTC, whole seconds. */
function timeOf(value: unknown, method: string): unknown {
  if (conditionOf(value) !== undefined) return value;
  const time = typeof value === 'string' || isDate(value) ? new Date(value) : undefined;
  if (time === undefined || Number.isNaN(time.getTime())) {
    throw wrongUse(
      `${method}: time is a Date or an ISO text such as "2026-01-02T03:04:05Z", not ${isDate(value) ? 'an invalid Date' : describeValue(value)}.`,
    );
  }
  return `${time.toISOString().slice(0, -5)}Z`;
}

/** Of any realm: a runner's sandbox has a class of its own. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
