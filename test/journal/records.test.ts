import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry, put } from '../support/put-events';

test('a record is a snapshot of the wire: changing what was sent changes nothing', async () => {
  const eb = fakeEventBridge();
  const sent = { ...entry(), Resources: ['a'] };
  await put(eb, sent);
  sent.Resources.push('b');
  sent.Source = 'other';
  expect(eb.events[0]).toMatchObject({
    source: 'shop.orders',
    resources: ['a'],
    entry: { Source: 'shop.orders' },
  });
});

test('records are frozen all the way down', async () => {
  const eb = fakeEventBridge();
  await put(eb, entry({ Detail: '{"a":{"b":[1]}}', Resources: ['r'] }), entry({ Source: '' }));
  const everything: unknown[] = [eb.events, eb.rejected, eb.calls, eb.dropped, eb.strays];
  const seen = new Set<unknown>();
  for (let next = everything.pop(); next !== undefined; next = everything.pop()) {
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    expect(Object.isFrozen(next)).toBe(true);
    everything.push(...Object.values(next));
  }
  expect(seen.size).toBeGreaterThan(20);
});

test('the same record is the same object until more is written', async () => {
  const eb = fakeEventBridge();
  await put(eb, entry());
  const [event] = eb.events;
  expect(eb.events).toBe(eb.events);
  await put(eb, entry());
  expect(eb.events[0]).toBe(event);
  expect(eb.events).toHaveLength(2);
});

test('a detail keeps a key named __proto__ as data', async () => {
  const eb = fakeEventBridge();
  await put(eb, entry({ Detail: '{"__proto__":{"polluted":true},"a":1}' }));
  expect(Object.keys(eb.events[0]?.detail ?? {})).toEqual(['__proto__', 'a']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('a call has its attempts, each with what arrived and what was decided', async () => {
  const eb = fakeEventBridge();
  eb.failRequest('ServiceUnavailable');
  eb.failEntry(1, 'InternalFailure');
  await put(eb, entry(), entry());
  expect(eb.calls).toMatchObject([
    {
      number: 1,
      outcome: 'failed in part',
      attempts: [
        {
          number: 1,
          request: 1,
          outcome: 'failed',
          status: 503,
          answer: { code: 'ServiceUnavailable', message: 'The service is temporarily unavailable.' },
          fault: expect.stringMatching(
            /^failRequest\("ServiceUnavailable"\) \(declared at test\/journal\/records\.test\.ts:\d+:\d+\)$/,
          ),
        },
        {
          number: 2,
          request: 2,
          outcome: 'failed in part',
          status: 200,
          answer: { FailedEntryCount: 1 },
          results: [{ EventId: eb.events[0]?.id }, { ErrorCode: 'InternalFailure' }],
        },
      ],
    },
  ]);
  expect(eb.calls[0]?.attempts[0]).not.toHaveProperty('results');
});

test('clear() forgets records and keeps faults; reset() forgets both', async () => {
  const eb = fakeEventBridge();
  await put(eb, entry());
  eb.failEntry('any', 'InternalFailure').times(2);
  eb.clear();
  expect([eb.events, eb.calls, eb.rejected, eb.dropped]).toEqual([[], [], [], []]);
  expect((await put(eb, entry())).FailedEntryCount).toBe(1);
  eb.reset();
  expect((await put(eb, entry())).FailedEntryCount).toBe(0);
  expect(eb.calls).toHaveLength(1);
  eb.verify();
});

test('calls are up to date after each write, also those before one that may still change', async () => {
  const eb = fakeEventBridge();
  const outcomes = () => eb.calls.map(({ outcome }) => outcome);
  await put(eb, entry());
  const [first] = eb.calls;
  const held = eb.hold();
  const late = put(eb, entry());
  await held.reached();
  expect(outcomes()).toEqual(['succeeded', 'pending']);
  await put(eb, entry({ Source: '' }));
  expect(outcomes()).toEqual(['succeeded', 'pending', 'failed in part']);
  held.release();
  await late;
  expect(outcomes()).toEqual(['succeeded', 'succeeded', 'failed in part']);
  expect(eb.calls[0]).toBe(first);
  expect(eb.rejected).toMatchObject([{ call: 3, attempt: 1, index: 0 }]);
  eb.clear();
  await put(eb, entry({ Source: 'b' }));
  expect(outcomes()).toEqual(['succeeded']);
  expect(eb.calls[0]).not.toBe(first);
  expect(eb.rejected).toEqual([]);
  expect(eb.events).toMatchObject([{ source: 'b' }]);
});

test('an attempt has the error of the client, and the results that it never received', async () => {
  const eb = fakeEventBridge();
  const send = async () => put(eb, entry());
  eb.resetConnection();
  eb.garbleResponse();
  eb.loseResponse();
  await send();
  const [reset, garbled, lost] = eb.calls.flatMap(({ attempts }) => attempts);
  expect(reset).toMatchObject({ outcome: 'unanswered', error: { code: 'ECONNRESET' } });
  expect(reset?.error).toStrictEqual({
    name: expect.any(String),
    code: 'ECONNRESET',
    message: expect.any(String),
  });
  for (const name of ['status', 'answer', 'results']) expect(reset).not.toHaveProperty(name);
  expect(garbled).toMatchObject({ outcome: 'unanswered', status: expect.any(Number) });
  for (const name of ['answer', 'error']) expect(garbled).not.toHaveProperty(name);
  expect(lost).toMatchObject({ outcome: 'unanswered', results: [{ EventId: expect.any(String) }] });
  for (const name of ['status', 'answer']) expect(lost).not.toHaveProperty(name);
});

test('a call that was aborted has the error of the abort, which has no code', async () => {
  const eb = fakeEventBridge();
  const held = eb.hold();
  const abort = new AbortController();
  const sending = eb
    .client()
    .send(new PutEventsCommand({ Entries: [entry()] }), { abortSignal: abort.signal })
    .catch((error) => error);
  await held.reached();
  abort.abort();
  await sending;
  expect(eb.calls[0]?.attempts[0]?.error).toStrictEqual({
    name: 'AbortError',
    message: expect.any(String),
  });
  held.release();
});

test('a rejected entry has its error', async () => {
  const eb = fakeEventBridge();
  eb.failEntry('any', 'ThrottlingException');
  await put(eb, entry());
  expect(eb.rejected).toMatchObject([
    { errorCode: 'ThrottlingException', errorMessage: expect.stringMatching(/./), call: 1, index: 0 },
  ]);
});

test('an error of a request without a message has none in its record', async () => {
  const eb = fakeEventBridge();
  eb.failCall({ name: 'Odd', status: 400 });
  await put(eb, entry());
  expect(eb.calls[0]?.attempts[0]?.answer).toStrictEqual({ code: 'Odd' });
});
