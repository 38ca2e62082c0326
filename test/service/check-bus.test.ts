import { describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { messageOf } from '../support/failure';

const arn = (name: string, region = 'us-east-1') => `arn:aws:events:${region}:123456789012:event-bus/${name}`;

/** Each method that takes a match, or the name of a bus. */
const METHODS: readonly (readonly [who: string, call: (eb: FakeEventBridge, bus: string) => unknown])[] = [
  ['assertPublished', (eb, bus) => eb.assertPublished({ bus })],
  ['assertPublished', (eb, bus) => eb.assertPublished({ bus }, { times: 0 })],
  ['assertNotPublished', (eb, bus) => eb.assertNotPublished({ bus })],
  ['assertPublishedInOrder: matches[0]', (eb, bus) => eb.assertPublishedInOrder([{ bus }])],
  ['assertPublishedExactly: matches[0]', (eb, bus) => eb.assertPublishedExactly([{ bus }])],
  ['assertNoEventLost: offered[0]', (eb, bus) => eb.assertNoEventLost([{ bus }])],
  ['waitForEvent', (eb, bus) => eb.waitForEvent({ bus })],
  ['failEntry', (eb, bus) => eb.failEntry({ bus }, 'InternalFailure')],
  ['toHavePublished', (eb, bus) => expect(eb).toHavePublished({ bus })],
  ['toHavePublished', (eb, bus) => expect(eb).not.toHavePublished({ bus })],
  ['toHavePublishedTimes', (eb, bus) => expect(eb).not.toHavePublishedTimes({ bus }, 1)],
  ['toHavePublishedInOrder: matches[0]', (eb, bus) => expect(eb).not.toHavePublishedInOrder([{ bus }])],
  ['toHavePublishedExactly: matches[0]', (eb, bus) => expect(eb).not.toHavePublishedExactly([{ bus }])],
  ['toHaveLostNoEvents: offered[0]', (eb, bus) => expect(eb).not.toHaveLostNoEvents([{ bus }])],
  ['bus', (eb, bus) => eb.bus(bus)],
  ['rule "r"', (eb, bus) => eb.rule('r', { source: ['shop'] }, { bus })],
];

const messageFrom = async (call: () => unknown): Promise<string> => {
  try {
    await call();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('nothing is refused');
};

describe.each(METHODS)('%s', (who, call) => {
  test.each([
    ['orderz', ' Did you mean "orders"?'],
    [arn('orderz'), ' Did you mean "orders"?'],
    ['elsewhere', ''],
    [arn('elsewhere', 'eu-west-1'), ''],
  ])('refuses %s, which the option buses does not name', async (bus, hint) => {
    const eb = fakeEventBridge({ buses: ['orders', arn('partner', 'eu-west-1')] });
    expect(await messageFrom(() => call(eb, bus))).toContain(
      `${who}: the bus "${bus}" does not exist.${hint} The buses of this fake are "default", "orders" and "partner" (option buses).`,
    );
  });

  test.each(['bad bus!', 'a/b', `${'a'.repeat(1601)}`, 'arn:aws:events:us-east-1:1:event-bus/orders'])(
    'refuses %s, which AWS never accepts, where every bus exists',
    async (bus) => {
      const message = await messageFrom(() => call(fakeEventBridge(), bus));
      expect(message).toContain(who);
      expect(message).toMatch(
        /AWS does not accept ".+" as the name or the ARN of a bus\. A name consists of letters|bus must be the name or the ARN of an event bus, not "/,
      );
    },
  );
});

test('a bus that is declared is accepted by its name and by its ARN, and default always is', () => {
  const eb = fakeEventBridge({ buses: ['orders', arn('partner', 'eu-west-1')] });
  for (const bus of [
    'default',
    'orders',
    arn('orders'),
    'partner',
    arn('partner', 'eu-west-1'),
    arn('default'),
  ]) {
    eb.assertNotPublished({ bus });
    eb.bus(bus).assertNothingPublished();
    eb.rule('r', { source: ['shop'] }, { bus });
  }
});

test('a bus that a template has added can have rules', () => {
  const eb = fakeEventBridge({ buses: [] });
  const declare = () => eb.rule('r', { source: ['shop'] }, { bus: 'orders' });
  expect(messageOf(declare)).toContain('rule "r": the bus "orders" does not exist.');
  eb.rulesFrom({ Resources: { Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } } } });
  declare();
});

test('a rule on a bus that does not exist is not stored', () => {
  const eb = fakeEventBridge({ buses: ['orders'] });
  expect(messageOf(() => eb.rule('r', { source: ['shop'] }, { bus: 'orderz' }))).toContain('Did you mean');
  expect(eb.ruleCoverage()).toEqual([]);
});
