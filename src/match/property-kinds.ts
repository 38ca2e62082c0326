import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { describeValue } from '../base/words/describe-value.js';
import type { EventProperty } from './event-properties.js';
import { toValueTest } from './value-test.js';

/** The names in a pattern of the properties that it can match with an array. */
const IN_A_PATTERN: Readonly<Partial<Record<EventProperty, string>>> = {
  source: 'source',
  detailType: '"detail-type"',
  id: 'id',
  region: 'region',
  account: 'account',
};

/**
 * Refuses a value that the property of an event never has: it would make every assertion about what was not published
 * hold.
 * @throws {FakeEventBridgeError} when the property never has such a value
 */
export function checkKind(property: EventProperty, value: unknown, method: string): void {
  if (value === undefined || toValueTest(value) !== undefined || (isObject(value) && 'toJSON' in value))
    return;
  switch (property) {
    case 'time':
      return;
    case 'detail':
      if (isObject(value)) return;
      throw wrongUse(
        typeof value === 'string'
          ? `${method}: \`detail\` is compared as an object and can never equal a string. Pass the object, or compare the string with \`detailJson\`.`
          : `${method}: \`detail\` is an object and can never equal ${describeValue(value)}. Pass a partial object.`,
      );
    case 'resources':
      if (Array.isArray(value)) return;
      throw wrongUse(
        `${method}: \`resources\` is an array of strings and can never equal ${describeValue(value)}. Pass the whole array, or a predicate: (resources) => resources.includes("…").`,
      );
    default:
      if (typeof value === 'string') return;
      throw wrongUse(
        `${method}: \`${property}\` is a string and can never equal ${describeValue(value)}.${instead(property, value)}`,
      );
  }
}

/** What to write instead: an array is probably taken from a pattern. */
function instead(property: EventProperty, value: unknown): string {
  const name = IN_A_PATTERN[property];
  if (!Array.isArray(value) || name === undefined)
    return ' Pass a string, a regular expression or a predicate.';
  return ` Pass the string alone. For an event pattern, write pattern({ ${name}: [${value.map((each) => JSON.stringify(each)).join(', ')}] }).`;
}

/**
 * A time as an event's `time` is written: UTC, whole seconds.
 * @param value a Date, an ISO string, or a matcher, which stays as it is
 * @throws {FakeEventBridgeError} when it is not a time
 */
export function toEventTime(value: unknown, method: string): unknown {
  if (toValueTest(value) !== undefined) return value;
  const time = typeof value === 'string' || isDate(value) ? new Date(value) : undefined;
  if (time === undefined || Number.isNaN(time.getTime())) {
    throw wrongUse(
      `${method}: \`time\` must be a Date or an ISO string such as "2026-01-02T03:04:05Z", not ${describeValue(value)}.`,
    );
  }
  return `${time.toISOString().slice(0, -5)}Z`;
}

/** Of any realm: a runner's sandbox has a class of its own. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
