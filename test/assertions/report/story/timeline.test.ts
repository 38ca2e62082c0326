import { beforeEach, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure, settled } from '../../../support/failure';
import { order, sendOrders } from '../../../support/story';

const eb = fakeEventBridge({ buses: [] });
const client = eb.client();
beforeEach(() => eb.reset());

test('nothing', () => {
  expect(eb.timeline()).toBe('No request reached the fake.');
});

test('every kind of event in the life of a call', async () => {
  eb.failRequest('InternalException');
  eb.failEntry({ detail: { orderId: 'o-3' } }, 'ThrottlingException');
  await sendOrders(client, 'o-1', 'o-2', 'o-3', 'o-4', 'o-5');
  eb.garbleResponse();
  eb.timeout();
  await sendOrders(client, 'o-3');
  await sendOrders(
    client,
    order('o-6', { Detail: `{"text":"${'x'.repeat(99)}"}` }),
    order('o-7', { EventBusName: 'odrers' }),
  );
  await sendOrders(client, ...Array.from({ length: 11 }, (_, i) => `n-${i}`));
  await sendOrders(client, { Source: 'shop.orders' });
  const held = eb.hold();
  const late = sendOrders(client, 'o-8');
  await held.reached();

  expect(settled(eb.timeline())).toBe(
    `call 1: 5 entries, failed in part
  request 1: 500 InternalException  <- failRequest("InternalException") at test/assertions/report/story/timeline.test.ts:…
    … ms of backoff skipped
  request 2 (retried by the SDK): 200, 1 of 5 failed
    Entries[2] OrderPlaced {"orderId":"o-3"}: ThrottlingException
        <- failEntry(match, "ThrottlingException") at test/assertions/report/story/timeline.test.ts:…
    4 entries (Entries[0-1], [3-4]) accepted
call 2: 1 entry, succeeded
  request 3: 503 with an HTML page  <- garbleResponse("html") at test/assertions/report/story/timeline.test.ts:…
    … ms of backoff skipped
  request 4 (retried by the SDK): no response (ETIMEDOUT)  <- timeout() at test/assertions/report/story/timeline.test.ts:…
    … ms of backoff skipped
  request 5 (retried by the SDK): 200
    Entries[0] OrderPlaced {"orderId":"o-3"}: accepted as b3f644e8…
call 3: 2 entries, succeeded
  request 6: 200
    Entries[0] OrderPlaced {"text":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…: accepted as 95eabf10…
    Entries[1] OrderPlaced on odrers {"orderId":"o-7"}: dropped as db8f28f9…
call 4: 11 entries, failed
  request 7: 400 ValidationException: 1 validation error detected: Value '[PutEventsRequestEntry(time=null, source=shop.orders, resources=…
call 5: 1 entry, failed in part
  request 8: 200, 1 of 1 failed
    Entries[0] (no DetailType): InvalidArgument: Parameter DetailType is not valid. Reason: DetailType is a required argument.
call 6: 1 entry, not finished
  request 9: not answered yet
    held  <- hold() at test/assertions/report/story/timeline.test.ts:…`,
  );
  held.fail('ServiceUnavailable');
  await late;
  expect(settled(eb.timeline()).split('\n').slice(-6)).toEqual([
    'call 6: 1 entry, succeeded',
    '  request 9: 503 ServiceUnavailable',
    '    held  <- hold() at test/assertions/report/story/timeline.test.ts:…',
    '    … ms of backoff skipped',
    '  request 10 (retried by the SDK): 200',
    expect.stringMatching(/^ {4}Entries\[0\] OrderPlaced {"orderId":"o-8"}: accepted as [0-9a-f]{8}…$/),
  ]);
});

test('a backoff that the jitter made 0 ms is shown as any other', async () => {
  const random = jest.spyOn(Math, 'random').mockReturnValue(0);
  try {
    eb.failRequest('ServiceUnavailable');
    await sendOrders(client, 'o-1');
  } finally {
    random.mockRestore();
  }
  expect(settled(eb.timeline())).toContain('503 ServiceUnavailable');
  expect(eb.timeline().split('\n')[2]).toBe('    0 ms of backoff skipped');
});

test('a real wait is shown as one', async () => {
  jest.useFakeTimers();
  try {
    const patient = fakeEventBridge({ retryDelays: 'real' });
    patient.failRequest('ServiceUnavailable');
    const sending = sendOrders(patient.client(), 'o-1');
    await jest.runAllTimersAsync();
    await sending;

    expect(patient.timeline()).toMatch(/\n {4}\d+ ms of backoff waited\n/);
  } finally {
    jest.useRealTimers();
  }
});

test('under an assertion a long story is cut around what it is about', async () => {
  for (let i = 1; i <= 30; i++) await sendOrders(client, `o-${i}`);
  await sendOrders(client, 'o-29');

  const text = failure(() => eb.assertOnlyFailedEntriesResent());
  const story = text.slice(text.indexOf('What happened:')).split('\n');
  expect(text.split('\n').length).toBeLessThanOrEqual(40);
  expect(story.slice(0, 2)).toEqual(['What happened:', '  call 1: 1 entry, succeeded']);
  expect(story.slice(-8)).toEqual([
    '  … 24 calls not shown: console.log(eb.timeline())',
    '  call 29: 1 entry, succeeded',
    '    request 29: 200',
    expect.stringContaining('{"orderId":"o-29"}: accepted as'),
    '  … 1 call not shown: console.log(eb.timeline())',
    '  call 31: 1 entry, succeeded',
    '    request 31: 200',
    expect.stringMatching(/{"orderId":"o-29"}: accepted as .*…, although request 29 had already accepted it/),
  ]);
  expect(eb.timeline().split('\n')).toHaveLength(31 * 3);
});

test('so is a call of very many attempts', async () => {
  eb.failCall('InternalException');
  await sendOrders(eb.client({ maxAttempts: 30 }), 'o-1');

  const text = failure(() => eb.assertNoEventLost());
  const story = text.slice(text.indexOf('What happened:')).split('\n');
  expect(story).toHaveLength(22);
  expect(story.at(-1)).toBe('    …');
});
