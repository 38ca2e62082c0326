import { beforeEach, describe, expect, test } from '@jest/globals';
import { type AnyEvents, fakeEventBridge, type Match, type OfferedEntry } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../../support/failure';
import { order, send } from '../failures/given';

const eb = fakeEventBridge();
beforeEach(() => eb.reset());

const offer = (orderId: string, rest: Partial<OfferedEntry> = {}): OfferedEntry => ({
  Source: 'shop.orders',
  DetailType: 'OrderPlaced',
  Detail: JSON.stringify({ orderId }),
  ...rest,
});

describe('offered entries', () => {
  test('equal ones need an event each', async () => {
    await send(eb, order('o-1'));
    await send(eb, order('o-2'));
    eb.assertNoEventLost([offer('o-1'), offer('o-2')]);
    const text = failure(() => eb.assertNoEventLost([offer('o-1'), offer('o-1')]));
    expect(text).toContain('Expected no event to be lost, but 1 was never sent.');
    expect(text).toContain(
      'Your code never sent OrderPlaced from shop.orders {"orderId":"o-1"}. [never-sent]',
    );
  });

  test('equal ones in one call are an event each', async () => {
    await send(eb, order('o-1'), order('o-1'));
    eb.assertNoEventLost([offer('o-1'), offer('o-1')]);
    expect(failure(() => eb.assertNoEventLost([offer('o-1'), offer('o-1'), offer('o-1')]))).toContain(
      'but 1 was never sent.',
    );
  });

  test('are equal in source, detail type, resources and bus, too; a time is not compared', async () => {
    await send(
      eb,
      order('o-1', {}, { Resources: ['r'], EventBusName: 'orders', Time: new Date('2026-01-01T00:00:00Z') }),
    );
    const all = { Resources: ['r'], EventBusName: 'orders' };
    eb.assertNoEventLost([offer('o-1', all)]);
    for (const other of [
      { ...all, Source: 'shop' },
      { ...all, DetailType: 'OrderPaid' },
      { ...all, Resources: ['r', 's'] },
      { Resources: ['r'] },
      { ...all, Detail: '{"orderId":"o-2"}' },
    ])
      expect(failure(() => eb.assertNoEventLost([offer('o-1', other)]))).toContain('but 1 was never sent.');
  });

  test('whichever region they were sent from', async () => {
    for (const region of ['us-east-1', 'eu-west-1']) {
      const client = eb.client({ region });
      await client.putEvents({ Entries: [order(`o-${region}`)] });
    }
    eb.assertNoEventLost([offer('o-us-east-1'), offer('o-eu-west-1')]);
    expect(failure(() => eb.assertNoEventLost([offer('o-eu-west-2'), offer('o-eu-west-1')]))).toContain(
      'Your code never sent OrderPlaced from shop.orders {"orderId":"o-eu-west-2"}.',
    );
  });

  test('nothing was sent at all', () => {
    const text = failure(() => eb.assertNoEventLost([offer('o-1'), offer('o-2')]));
    expect(text).toContain('but 2 were never sent.');
    expect(text).toContain('Your code did not send every event. [never-sent]');
    expect(text).toContain(
      'Never sent:\n  OrderPlaced from shop.orders {"orderId":"o-1"}\n  OrderPlaced from shop.orders {"orderId":"o-2"}',
    );
  });
});

describe('what was sent differs a little from what was offered', () => {
  const orders = Array.from({ length: 23 }, (_, n) => ({ orderId: `o-${n + 1}`, total: 10 }));
  const sendWith = async (change: (detail: { total: number }) => object, upTo = orders.length) => {
    for (let from = 0; from < upTo; from += 10)
      await send(
        eb,
        ...orders
          .slice(from, Math.min(from + 10, upTo))
          .map((detail) => order(detail.orderId, { ...detail, ...change(detail) })),
      );
  };

  test('a number was sent as a string, in all of them', async () => {
    await sendWith(({ total }) => ({ total: String(total) }));

    const text = failure(() => expect(eb).toHaveLostNoEvents(orders.map((detail) => ({ detail }))));
    expect(text).toContain(
      `Expected no event to be lost, but 23 of the 23 offered match no event that was sent.

detail.total is the string "10" in the event, but the number 10 in the match. [json-type]

The nearest to offered[0] that was sent:
  OrderPlaced from shop.orders {"orderId":"o-1","total":"10"}
    detail.total: expected 10, received "10"
`,
    );
    expect(text).not.toContain('never sent');
    expect(text).toContain('-> OrderPlaced {"orderId":"o-1","total":"10"}   ✓   ·   ·\n');
    expect(text).toContain('-> { detail: { orderId: "o-1", total: 10 } }    ·   ·   ·\n');
    expect(text).toContain('… 18 more events\n');
    expect(text.split('\n').length).toBeLessThanOrEqual(40);
  });

  test('of entries too', async () => {
    await sendWith(({ total }) => ({ total: String(total) }), 1);
    const entries = [offer('o-1', { Detail: JSON.stringify(orders[0]) })];

    const text = failure(() => eb.assertNoEventLost(entries));
    expect(text).toContain('but 1 of the 1 offered matches no event that was sent.');
    expect(text).toContain('[json-type]');
  });

  test('another value: no usual cause, and the nearest that was sent', async () => {
    await sendWith(() => ({ total: 11 }));

    const text = failure(() => expect(eb).toHaveLostNoEvents(orders.map((detail) => ({ detail }))));
    expect(text).toContain(
      'but 23 of the 23 offered match no event that was sent.\n\nThe nearest to offered[0]',
    );
    expect(text).toContain('    detail.total: expected 10, received 11\n');
    expect(text).not.toContain('[never-sent]');
  });

  test('and others were not sent at all', async () => {
    await sendWith(({ total }) => ({ total: String(total) }), 10);

    const text = failure(() => expect(eb).toHaveLostNoEvents(orders.map((detail) => ({ detail }))));
    expect(text).toContain('but 23 of the 23 offered match no event that was sent.');
    expect(text).toContain('[json-type]');
    expect(text).toContain('Your code did not send every event. [never-sent]');
  });

  test('the event of another order is not near', async () => {
    await send(eb, order('o-7', { total: 5 }));

    const text = failure(() => expect(eb).toHaveLostNoEvents([{ detail: { orderId: 'o-1', total: 10 } }]));
    expect(text).toContain('but 1 was never sent.');
    expect(text).not.toContain('nearest');
  });
});

describe('offered numbers', () => {
  test('as many, and fewer than were sent', async () => {
    await send(eb, order('o-1'), order('o-2'));
    eb.assertNoEventLost(2);
    eb.assertNoEventLost(0);
    expect(failure(() => eb.assertNoEventLost(4))).toContain('but 2 of the 4 offered were never sent.');
    expect(failure(() => eb.assertNoEventLost(3))).toContain('but 1 of the 3 offered was never sent.');
  });

  test.each([-1, 1.5, 'all', {}])('%j is neither a number nor an array', (offered) => {
    expect(failure(() => eb.assertNoEventLost(offered as never))).toContain(
      'assertNoEventLost: pass an array of matches or entries, or the number of events, not ',
    );
  });
});

describe('what was sent and lost', () => {
  test('beside what was never sent', async () => {
    eb.failEntry(1, 'InternalFailure');
    await send(eb, order('o-1'), order('o-2'));
    const text = failure(() => eb.assertNoEventLost(3));
    expect(text).toContain(
      'Expected no event to be lost, but 1 was sent and never published, and 1 of the 3 offered was never sent.',
    );
    expect(text).not.toContain('Lost:');
  });

  test('several, each with its history', async () => {
    eb.failEntry('any', 'InternalFailure').times(2);
    await send(eb, order('o-1'), order('o-2'));
    const text = failure(() => eb.assertNoEventLost());
    expect(text).toContain('but 2 were sent and never published.');
    expect(text).toMatch(/Lost:\n {2}OrderPlaced .*"o-1"\}: .*\n {2}OrderPlaced .*"o-2"\}: /);
  });

  test('one that was sent twice, with its history', async () => {
    eb.failEntry('any', 'InternalFailure').times(2);
    await send(eb, order('o-1'));
    await send(eb, order('o-1'));
    expect(failure(() => eb.assertNoEventLost())).toMatch(/Lost:\n {2}OrderPlaced .*"o-1"\}: /);
  });

  test('dropped by a bus that does not exist', async () => {
    const strict = fakeEventBridge({ buses: ['orders'] });
    await send(strict, order('o-1', {}, { EventBusName: 'order' }));
    const text = failure(() => strict.assertNoEventLost());
    expect(text).toContain('[unknown-bus]');
    expect(text).toContain('Did you mean "orders"?');
  });

  test('a request of which no entry could be read may have had what is missing', async () => {
    await send(eb);
    await eb.fetch('https://events.us-east-1.amazonaws.com/', {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
      body: '{"Entries":',
    });
    const text = failure(() => eb.assertNoEventLost(1));
    expect(text).not.toContain('[never-sent]');
    expect(text).toContain('[');
  });
});

test('the opposite: nothing was sent, or every event was published', async () => {
  expect(failure(() => expect(eb).not.toHaveLostNoEvents())).toContain(
    'Expected an event to be lost, but nothing was sent.',
  );
  await send(eb, order('o-1'));
  expect(failure(() => expect(eb).not.toHaveLostNoEvents())).toContain(
    'Expected an event to be lost, but every event was published.',
  );
});

test('a match that is a predicate takes one event', async () => {
  const any: Match<AnyEvents> = () => true;
  await send(eb, order('o-1'), order('o-2'));
  eb.assertNoEventLost([any, { detail: { orderId: 'o-1' } }]);
  expect(failure(() => eb.assertNoEventLost([any, any, any]))).toContain('but 1 was never sent.');
});

test('an offer that is neither a match nor an entry is named', () => {
  const fake = fakeEventBridge();
  expect(failure(() => expect(fake).toHaveLostNoEvents([{ source: 'shop.orders' }, 5 as never]))).toContain(
    'offered[1]: ',
  );
});

test('an entry that was never sent is missed, also where nothing was sent', async () => {
  expect(failure(() => eb.assertNoEventLost([offer('o-9')]))).toContain('1 was never sent');
  await send(eb, order('o-1'));
  expect(failure(() => eb.assertNoEventLost([offer('o-9')]))).toContain('1 was never sent');
});

test('an offered entry is identified with the time that is sent', async () => {
  const fake = fakeEventBridge({ identify: ({ Time }) => String(Time) });
  const Time = new Date('2026-01-02T03:04:05Z');
  await send(fake, { ...order('o-1'), Time });
  fake.assertNoEventLost([offer('o-1', { Time })]);
});
