import { isObject } from '../base/json/json.js';
import { testPattern } from '../pattern/test-pattern.js';
import { joined, lengthViolations, violation } from './validation/violations.js';

/** What `TestEventPattern` answers: a verdict, or the refusal of the request. */
export type TestEventPatternOutcome =
  | { readonly result: boolean }
  | { readonly status: number; readonly code: string; readonly message: string };

const MAX_PATTERN = 4096;

/**
 * What an event must have to be one. AWS's documentation names `resources` too, and AWS itself passes events without
 * (110 recordings).
 */
const MANDATORY = ['id', 'account', 'source', 'time', 'region', 'detail-type'];

/**
 * `TestEventPattern`. That the event is looked at before the pattern is inferred: every recording has at most one of the
 * two wrong.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html
 */
export function testEventPattern(
  eventPattern: string | undefined,
  event: string | undefined,
): TestEventPatternOutcome {
  const violations = [
    ...(eventPattern === undefined
      ? [violation(null, 'eventPattern', 'Member must not be null')]
      : lengthViolations(eventPattern, 'eventPattern', 0, MAX_PATTERN)),
    ...(event === undefined ? [violation(null, 'event', 'Member must not be null')] : []),
  ];
  if (violations.length > 0 || eventPattern === undefined || event === undefined) {
    return { status: 400, code: 'ValidationException', message: joined(violations) };
  }
  if (!isEvent(event))
    return { status: 400, code: 'ValidationException', message: 'Parameter Event is not valid.' };
  const test = testPattern(eventPattern, event);
  if ('result' in test) return test;
  return { status: 400, code: 'InvalidEventPatternException', message: test.invalid };
}

function isEvent(text: string): boolean {
  try {
    const event: unknown = JSON.parse(text);
    return isObject(event) && MANDATORY.every((member) => Object.hasOwn(event, member));
  } catch {
    return false;
  }
}
