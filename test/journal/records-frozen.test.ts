import { ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry, put } from '../support/put-events';

afterEach(() => {
  jest.useRealTimers();
});

test('a test that writes into a record gets an error, and changes nothing', async () => {
  const eb = fakeEventBridge();
  await put(eb, entry({ Resources: ['a'] }), entry({ Source: '' }));
  const writes: (() => void)[] = [
    () => Object.assign(eb.events[0] ?? {}, { source: 'x' }),
    () => Object.assign(eb.events[0]?.detail ?? {}, { orderId: 'x' }),
    () => Object.assign(eb.events[0]?.entry ?? {}, { Source: 'x' }),
    () => Object.assign(eb.events[0]?.envelope ?? {}, { source: 'x' }),
    () => Object.assign(eb.events[0]?.resources ?? [], ['x']),
    () => Object.assign(eb.events, [{}]),
    () => Object.assign(eb.rejected[0]?.entry ?? {}, { Source: 'x' }),
    () => Object.assign(eb.calls[0]?.attempts ?? [], [{}]),
    () => Object.assign(eb.calls[0]?.attempts[0]?.answer ?? {}, { FailedEntryCount: 9 }),
  ];
  const before = JSON.stringify([eb.events, eb.rejected, eb.calls]);
  for (const write of writes) expect(write).toThrow(TypeError);
  expect(JSON.stringify([eb.events, eb.rejected, eb.calls])).toBe(before);
});

test('strays are frozen, and forgotten by clear()', async () => {
  const eb = fakeEventBridge();
  await eb
    .client()
    .send(new ListRulesCommand({}))
    .catch(() => {});
  const { strays } = eb;
  expect(strays).toHaveLength(1);
  expect(Object.isFrozen(strays)).toBe(true);
  expect(Object.isFrozen(strays[0])).toBe(true);
  eb.clear();
  expect(eb.strays).toEqual([]);
  expect(strays).toHaveLength(1);
});

test('an array of records that was read earlier does not grow', async () => {
  const eb = fakeEventBridge();
  await put(eb, entry());
  const { events, calls } = eb;
  await put(eb, entry());
  expect([events.length, calls.length]).toEqual([1, 1]);
  expect([eb.events.length, eb.calls.length]).toEqual([2, 2]);
});

test('what a publisher does with its answer changes no record', async () => {
  const eb = fakeEventBridge();
  const answer = await eb.client().send(new PutEventsCommand({ Entries: [entry()] }));
  answer.Entries?.pop();
  expect(eb.calls[0]?.attempts[0]?.results).toEqual([{ EventId: eb.events[0]?.id }]);
});

test('calls are counted from 1 again after clear()', async () => {
  const eb = fakeEventBridge();
  await put(eb, entry());
  eb.clear();
  await put(eb, entry());
  expect(eb.calls).toMatchObject([{ number: 1, attempts: [{ number: 1, request: 1 }] }]);
});

test('an event without a time gets the time of a faked clock, looked up when it comes in', async () => {
  const eb = fakeEventBridge();
  jest.useFakeTimers({ now: new Date('2030-01-02T03:04:05.999Z'), doNotFake: ['setImmediate', 'nextTick'] });
  await put(eb, entry());
  jest.setSystemTime(new Date('2031-01-02T03:04:05.000Z'));
  await put(eb, entry());
  expect(eb.events.map(({ time }) => time)).toEqual(['2030-01-02T03:04:05Z', '2031-01-02T03:04:05Z']);
});
