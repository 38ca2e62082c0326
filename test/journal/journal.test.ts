import { describe, expect, test } from '@jest/globals';
import { InFlightCalls } from '../../src/journal/in-flight-calls';
import { Journal } from '../../src/journal/journal';

const ERROR = { kind: 'error', status: 500, code: 'InternalException', message: undefined } as const;

describe('a call that is under way when the records are forgotten', () => {
  test('is not recorded any more, and nobody waits for its attempts', () => {
    const journal = new Journal();
    const first = journal.recordRequest('i', 1, []);
    journal.recordEnding(first, ERROR);
    journal.clear();
    const second = journal.recordRequest('i', 2, []);
    expect([second.call === first.call, second.number]).toEqual([true, 2]);
    journal.recordTiming(second, { kind: 'delay', declaration: 'delay(5)', site: undefined });
    expect([journal.attempts, journal.calls, journal.inFlight.all.size]).toEqual([[], [], 0]);
  });
});

test('what has ended stays as it is', () => {
  const journal = new Journal();
  const attempt = journal.recordRequest('i', 1, []);
  journal.recordEnding(attempt, ERROR);
  journal.recordEnding(attempt, { kind: 'results' });
  expect(attempt.outcome).toBe('failed');
});

test('each write has a version of its own', () => {
  const journal = new Journal();
  const versions = [journal.version];
  const write = (what: () => unknown) => {
    what();
    versions.push(journal.version);
  };
  const stray = { operation: 'x', hostname: 'y', reason: 'not-faked' } as const;
  write(() => journal.recordRequest(undefined, undefined, []));
  write(() => journal.recordStray(stray));
  write(() => journal.clear());
  write(() => journal.recordRequest(undefined, undefined, []));
  write(() => journal.clear());
  expect(new Set(versions).size).toBe(versions.length);
});

test('who waits for the calls in flight resumes when the last one ends', async () => {
  const calls = new InFlightCalls();
  const call = {};
  calls.begin(call);
  const settled = calls.settled();
  await new Promise(setImmediate);
  calls.end(call);
  await settled;
  expect(calls.all.size).toBe(0);
});
