import { expect } from '@jest/globals';
import { type EventPattern, matches } from 'fake-eventbridge';

/** The verdict on an event, which is the same for the parsed event and for its JSON, with and without space. */
export function verdictOf(asked: object, event: object): boolean {
  const verdict = matches(asked as EventPattern, event);
  expect(matches(asked as EventPattern, JSON.stringify(event))).toBe(verdict);
  expect(matches(asked as EventPattern, JSON.stringify(event, null, '\t'))).toBe(verdict);
  return verdict;
}
