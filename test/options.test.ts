import { describe, expect, test } from '@jest/globals';
import { FakeEventBridgeError, fakeEventBridge } from 'fake-eventbridge';
import { entry, put } from './support/put-events';

const make = (options: unknown) => () => fakeEventBridge(options as Parameters<typeof fakeEventBridge>[0]);

describe('wrong options', () => {
  const known =
    'There are "region", "account", "buses", "limits", "retryDelays", "seed", "networkGuard", "onStray", "allow", "identify" and "clock".';

  test.each<[unknown, string]>([
    [{ regoin: 'eu-west-1' }, `A fake has no option "regoin". Did you mean "region"? ${known}`],
    [{ eventBuses: [] }, `A fake has no option "eventBuses". ${known}`],
    [
      { limits: { maxBytes: 1 } },
      'A fake has no limit "maxBytes". There are "maxRequestBytes", "maxEntries" and "maxDetailDepth".',
    ],
    [{ limits: { maxEntries: 0 } }, 'The option limits.maxEntries must be a whole number above 0, not 0.'],
    [{ limits: 5 }, 'The option limits must be an object, such as { maxRequestBytes: 262144 }, not 5.'],
    [
      { region: 'europe' },
      'The option region must be the name of a region, such as "eu-west-1", not "europe".',
    ],
    [{ account: 123 }, 'The option account must be a string of 12 digits, not 123.'],
    [{ buses: 'orders' }, 'The option buses must be an array of names, such as ["orders"], not "orders".'],
    [{ buses: ['a b'] }, 'The option buses must be names or ARNs that AWS accepts for a bus, not "a b".'],
    [{ retryDelays: 'none' }, 'The option retryDelays must be "skip" or "real", not "none".'],
    [{ seed: Number.NaN }, 'The option seed must be a number or a string, not NaN.'],
    [{ onStray: 'ignore' }, 'The option onStray must be "error" or "warn", not "ignore".'],
    [{ identify: 'id' }, 'The option identify must be a function from an entry to a string, not "id".'],
    [
      { clock: new Date(0) },
      'The option clock must be a function that returns a Date, not an object of class Date.',
    ],
    ['us-east-1', 'The options of a fake are an object, not "us-east-1".'],
  ])('%j', (options, message) => {
    expect(make(options)).toThrow(message);
    expect(make(options)).toThrow(FakeEventBridgeError);
  });
});

test('options in two objects are refused', () => {
  const call = () =>
    Reflect.apply(fakeEventBridge, undefined, [{ region: 'eu-west-1' }, { buses: ['orders'] }]);

  expect(call).toThrow(
    'fakeEventBridge takes only options, but it was called with 2 arguments: fakeEventBridge(options).',
  );
});

test('every option has a default', () => {
  expect(make(undefined)).not.toThrow();
  expect(make({})).not.toThrow();
  expect(make({ limits: {} })).not.toThrow();
});

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
        message: `The option clock threw FakeEventBridgeError: The option clock must return a Date, and it returned ${returned}.

The request was served without it. Fix the function: it must not throw.`,
      }),
    );
    eb.assertPublished({ source: 'shop.orders' });
  },
);
