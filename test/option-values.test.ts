import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry, put } from './support/put-events';

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
])(
  'a clock that does not return a time fails the next assertion, not the publisher (%#)',
  async (clock, returned) => {
    const eb = fakeEventBridge({ clock });
    const { FailedEntryCount } = await put(eb, entry());
    expect(FailedEntryCount).toBe(0);
    expect(() => eb.assertPublished({ source: 'shop.orders' })).toThrow(
      expect.objectContaining({
        code: 'ERR_CALLBACK_THREW',
        message: `The option clock threw FakeEventBridgeError: fakeEventBridge: clock must return a Date, and it returned ${returned}.

The request was served without it. Fix the function: it must not throw.`,
      }),
    );
    eb.assertPublished({ source: 'shop.orders' });
  },
);
