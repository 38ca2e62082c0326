import { EventBridgeClient, InternalException } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { Outbox, type Row } from './outbox';
import { relay } from './relay';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
const client = new EventBridgeClient({});
let outbox: Outbox;
beforeEach(() => {
  eb.reset();
  outbox = new Outbox();
  for (let i = 1; i <= 12; i++) outbox.add('OrderPlaced', { orderId: `o-${i}` });
});
afterEach(() => eb.verify());
afterAll(() => eb.restore());

/** The events that a test expects in the end: one of every row. */
const ofEveryRow = () => outbox.rows.map(({ id }) => ({ detail: { rowId: id } }));
const idOf = ({ id }: Row) => id;

// No wait of the SDK is a real one, so that it makes no difference whether the clock is.
describe.each(['real timers', 'fake timers', 'legacy fake timers'])('with %s', (timers) => {
  beforeEach(() => {
    if (timers !== 'real timers') jest.useFakeTimers({ legacyFakeTimers: timers === 'legacy fake timers' });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('publishes every row once, and marks it with the id of its event', async () => {
    await relay(outbox, client);

    expect(eb).toHaveSentBatches([10, 2]);
    expect(eb).toHaveLostNoEvents(ofEveryRow());
    expect(eb).toHaveNoDuplicates();
    expect(outbox.rows.map(({ eventId }) => eventId)).toEqual(eb.events.map(({ id }) => id));
  });

  test('what was rejected stays pending, and goes out with the next run: it alone', async () => {
    eb.failEntry({ detail: { rowId: 3 } }, 'ThrottlingException');

    await relay(outbox, client);
    expect(outbox.pending().map(idOf)).toEqual([3]);
    await relay(outbox, client);

    expect(eb).toHaveResentOnlyFailedEntries();
    expect(eb).toHaveLostNoEvents(ofEveryRow());
  });

  test('a row that can never be published is parked, and tried once', async () => {
    eb.failEntry({ detail: { rowId: 3 } }, 'MalformedDetail');

    await relay(outbox, client);
    await relay(outbox, client);

    expect(outbox.rows[2]).toMatchObject({ refusal: 'MalformedDetail' });
    expect(eb).toHaveSentBatches([10, 2]);
    expect(eb.unsettled()).toHaveLength(1);
  });

  test('a failing request ends the run; what came before it is not resent', async () => {
    eb.failCall('InternalException').when({ detail: { rowId: 11 } });

    await expect(relay(outbox, client)).rejects.toThrow(InternalException);
    expect(outbox.pending().map(idOf)).toEqual([11, 12]);
    await relay(outbox, client);

    expect(eb).toHaveResentOnlyFailedEntries();
    expect(eb).toHaveLostNoEvents(ofEveryRow());
    expect(eb).toHaveNoDuplicates();
  });

  test('a lost response duplicates events, and consumers detect them by the id of the row', async () => {
    eb.loseResponse().when({ detail: { rowId: 11 } });

    await relay(outbox, client);

    expect(outbox.pending()).toEqual([]);
    expect(eb).toHaveLostNoEvents(ofEveryRow());
    expect(
      eb.duplicates(({ detail }) => Number(detail['rowId'])).map(({ events }) => events[0]?.detail),
    ).toEqual([
      { orderId: 'o-11', rowId: 11 },
      { orderId: 'o-12', rowId: 12 },
    ]);
  });

  test.each([1, 2, 3])('whatever fails by chance, nothing is lost in the end (%i)', async (run) => {
    const storm = fakeEventBridge({ seed: run });
    const stormy = storm.client();
    storm.failEntry('any', 'InternalFailure').withProbability(0.3);
    storm.failRequest('ServiceUnavailable').withProbability(0.3);
    storm.refuseConnection().withProbability(0.1);

    for (let i = 0; i < 100 && outbox.pending().length > 0; i++) await relay(outbox, stormy).catch(() => {});

    expect(storm).toHaveLostNoEvents(ofEveryRow());
    expect(storm).toHaveResentOnlyFailedEntries();
    expect(storm).toHaveNoDuplicates();
  });
});
