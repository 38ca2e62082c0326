import { expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { order, sendOrders } from '../support/story';

/** Ten calls under every kind of fault by chance. @returns what happened, in short */
async function storm(seed: number | string): Promise<string[]> {
  const eb = fakeEventBridge({ seed });
  eb.failEntry('any', 'InternalFailure').withProbability(0.3);
  eb.failRequest('ServiceUnavailable').withProbability(0.2);
  eb.loseResponse().withProbability(0.2);
  eb.garbleResponse('cut-off').withProbability(0.1);
  const client = eb.client();
  for (let i = 0; i < 10; i++) await sendOrders(client, `o-${i}`, `p-${i}`, `q-${i}`);
  return eb.calls.flatMap(({ attempts }) =>
    attempts.map(
      ({ outcome, results = [] }) => `${outcome}: ${results.map((result) => JSON.stringify(result))}`,
    ),
  );
}

test('the same seed is the same run; another seed is another one', async () => {
  expect(await storm(7)).toEqual(await storm(7));
  expect(await storm('a text')).toEqual(await storm('a text'));
  expect(await storm(7)).not.toEqual(await storm(8));
});

test('reset() starts the seed again', async () => {
  const eb = fakeEventBridge();
  const run = async () => {
    eb.failEntry('any', 'InternalFailure').withProbability(0.5);
    await sendOrders(eb.client(), ...Array.from({ length: 10 }, (_, i) => `o-${i}`));
    return eb.rejected.map(({ index }) => index);
  };
  const first = await run();
  eb.reset();

  expect(first.length).toBeGreaterThan(0);
  expect(await run()).toEqual(first);
});

test('a probability is about as probable as it says', async () => {
  const eb = fakeEventBridge();
  const fault = eb.failEntry('any', 'InternalFailure').withProbability(0.25);
  for (let i = 0; i < 100; i++)
    await sendOrders(eb.client(), ...Array.from({ length: 10 }, (_, k) => `o-${i}-${k}`));

  // With the default seed: it is the same number in every run.
  expect(fault.used).toBeGreaterThan(200);
  expect(fault.used).toBeLessThan(300);
  expect(eb.rejected).toHaveLength(fault.used);
});

test('with a number of times, chance chooses when, and the number how often', async () => {
  const eb = fakeEventBridge();
  const fault = eb.failEntry('any', 'InternalFailure').times(2).withProbability(0.5);
  for (let i = 0; i < 20; i++) await sendOrders(eb.client(), `o-${i}`);

  expect(fault.used).toBe(2);
});

test('faults fire only for the bus and the client of their match', async () => {
  const [orders, invoices] = [fakeEventBridge({ buses: ['orders', 'returns'] }), fakeEventBridge()];
  orders.failEntry({ bus: 'orders' }, 'ThrottlingException').always();
  orders.failRequest('InternalException').when({ bus: 'returns' });
  invoices.refuseConnection().times(3);
  const ofOrders = [orders.client(), orders.client()];
  const ofInvoices = invoices.client();

  const sent = await Promise.all([
    ...ofOrders.map((client, i) => sendOrders(client, order(`o-${i}`, { EventBusName: 'orders' }), `d-${i}`)),
    sendOrders(ofOrders[0] ?? ofInvoices, order('r-1', { EventBusName: 'returns' })),
    sendOrders(ofInvoices, 'i-1'),
  ]);

  expect(sent.map(({ FailedEntryCount, code }) => FailedEntryCount ?? code)).toEqual([
    1,
    1,
    0,
    'ECONNREFUSED',
  ]);
  expect(orders.events.map(({ bus }) => bus).sort()).toEqual(['default', 'default', 'returns']);
  expect(orders.unsettled().map(({ entry }) => entry.EventBusName)).toEqual(['orders', 'orders']);
  expect(invoices.events).toEqual([]);
  orders.verify();
});

/** What each entry of every request became, added up. */
function added(eb: FakeEventBridge) {
  const attempts = eb.calls.flatMap((call) => call.attempts);
  const results = attempts.flatMap((attempt) => attempt.results ?? []);
  return {
    entries: attempts.reduce((sum, { entries }) => sum + entries.length, 0),
    accepted: results.filter((result) => 'EventId' in result).length,
    rejected: results.filter((result) => 'ErrorCode' in result).length,
    undecided: attempts.reduce(
      (sum, attempt) => sum + (attempt.results === undefined ? attempt.entries.length : 0),
      0,
    ),
  };
}

test('a thousand calls in flight: afterwards every count agrees', async () => {
  const eb = fakeEventBridge({ buses: [] });
  const client = eb.client();
  const failing = eb.failEntry('any', 'ThrottlingException').withProbability(0.2);
  const breaking = eb.failRequest('InternalException').withProbability(0.05);
  const losing = eb.loseResponse().withProbability(0.05);
  const held = eb.hold().times(100);

  const calls = Array.from({ length: 1_000 }, (_, i) =>
    sendOrders(client, `a-${i}`, order(`b-${i}`, i % 100 === 0 ? { EventBusName: 'odrers' } : {})),
  );
  // The pipeline waits for no clock on its way here.
  for (let turn = 0; turn < 1000; turn++) await Promise.resolve();
  expect(eb.calls).toHaveLength(1_000);
  expect(held.waiting).toBe(100);
  held.release();
  const answers = await Promise.all(calls);

  const sums = added(eb);
  expect(eb.calls).toHaveLength(1_000);
  expect(sums.entries).toBe(sums.accepted + sums.rejected + sums.undecided);
  expect(eb.events.length + eb.dropped.length).toBe(sums.accepted);
  expect(eb.rejected).toHaveLength(sums.rejected);
  expect(failing.used).toBe(sums.rejected);
  expect(breaking.used * 2).toBe(sums.undecided);
  expect(new Set(eb.events.map(({ id }) => id)).size).toBe(eb.events.length);

  // The publishers received what the records say.
  const told = answers.flatMap(({ Entries = [] }) => Entries);
  const heard = eb.calls.flatMap(({ attempts }) => {
    const last = attempts.at(-1);
    return last?.outcome === 'succeeded' || last?.outcome === 'failed in part' ? (last.results ?? []) : [];
  });
  const byText = (a: string, b: string) => (a < b ? -1 : 1);
  expect(told.map((result) => JSON.stringify(result)).sort(byText)).toEqual(
    heard.map((result) => JSON.stringify(result)).sort(byText),
  );

  // Every logical event is on the bus, dropped, or unsettled; those with a lost response are there twice.
  const twins = eb.duplicates().reduce((sum, { events }) => sum + events.length - 1, 0);
  const droppedOnce = new Set(eb.dropped.map(({ detailJson }) => detailJson)).size;
  expect(eb.events.length - twins + droppedOnce + eb.unsettled().length).toBe(2_000);
  expect(losing.used).toBeGreaterThan(20);
  expect(twins).toBeGreaterThan(0);
});
