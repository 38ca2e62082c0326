import { expect, test } from '@jest/globals';
import { FakeEventBridgeError, fakeEventBridge } from 'fake-eventbridge';
import { entry, put } from './put-events';

test.each(['us-east-1', 'eu-west-1', 'us-gov-west-1', 'us-isob-east-1', 'eusc-de-east-1', 'mx-central-1'])(
  'the region %s is taken',
  async (region) => {
    const eb = fakeEventBridge({ region });
    await put(eb, entry({ EventBusName: `arn:aws:events:${region}:123456789012:event-bus/orders` }));
    expect(eb.events).toMatchObject([{ region }]);
  },
);

test.each([
  [() => new Date(Number.NaN), 'an invalid Date'],
  [() => 5 as unknown as Date, '5'],
  [() => undefined as unknown as Date, 'undefined'],
  [() => '2026-01-01' as unknown as Date, '"2026-01-01"'],
])('a clock that tells no time is an error that says so (%#)', async (clock, told) => {
  const error = await put(fakeEventBridge({ clock }), entry());
  expect(error).toBeInstanceOf(FakeEventBridgeError);
  expect(error.message).toBe(`fakeEventBridge: clock must return a Date, and it returned ${told}.`);
});
