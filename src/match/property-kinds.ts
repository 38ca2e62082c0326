import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import type { EventProperty } from './event-properties.js';
import { toValueTest } from './value-test.js';

/** What a pattern calls the members that it can ask for, where a list is how it asks. */
const IN_A_PATTERN: Readonly<Partial<Record<EventProperty, string>>> = {
  source: 'source',
  detailType: '"detail-type"',
  id: 'id',
  region: 'region',
  account: 'account',
};

/**
 * Whether a member of an event can ever have such a value: one that cannot would make every claim about what was not
 * published hold.
 * @throws {FakeEventBridgeError} when it cannot
 */
export function checkKind(member: EventProperty, value: unknown, method: string): void {
  if (value === undefined || toValueTest(value) !== undefined || (isObject(value) && 'toJSON' in value))
    return;
  switch (member) {
    case 'time':
      return;
    case 'detail':
      if (typeof value === 'string') {
        throw wrongUse(
          `${method}: detail is compared parsed, so it is never a text. Give the object itself, or compare the text with detailJson.`,
        );
      }
      if (!isObject(value)) {
        throw wrongUse(
          `${method}: the detail of every event is an object, so it is never ${describeValue(value)}. Give the object, in part.`,
        );
      }
      return;
    case 'resources':
      if (Array.isArray(value)) return;
      throw wrongUse(
        `${method}: resources is a list of texts, so it is never ${describeValue(value)}. Give the whole list, or a predicate: (resources) => resources.includes("…").`,
      );
    default:
      if (typeof value === 'string') return;
      throw wrongUse(
        `${method}: ${member} is a text, so it is never ${describeValue(value)}.${instead(member, value)}`,
      );
  }
}

/** What was meant, when it is the list of a pattern. */
function instead(member: EventProperty, value: unknown): string {
  const name = IN_A_PATTERN[member];
  if (!Array.isArray(value) || name === undefined) return ' Give a text, an expression or a predicate.';
  return ` Give the text alone; where it is meant as a pattern of EventBridge, write pattern({ ${name}: [${value.map((each) => JSON.stringify(each)).join(', ')}] }).`;
}

/**
 * A moment as an event's `time` is written: UTC, whole seconds.
 * @param value a Date, an ISO string, or a matcher, which stays as it is
 * @throws {FakeEventBridgeError} when it is not a moment
 */
export function toEventTime(value: unknown, method: string): unknown {
  if (toValueTest(value) !== undefined) return value;
  const time = typeof value === 'string' || isDate(value) ? new Date(value) : undefined;
  if (time === undefined || Number.isNaN(time.getTime())) {
    throw wrongUse(
      `${method}: time is a Date or an ISO string such as "2026-01-02T03:04:05Z", not ${isDate(value) ? 'an invalid Date' : describeValue(value)}.`,
    );
  }
  return `${time.toISOString().slice(0, -5)}Z`;
}

/** Of any realm: a runner's sandbox has a class of its own. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
