import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../support/failure';
import { entry, put } from '../support/put-events';

const eb = fakeEventBridge({
  buses: ['orders', 'arn:aws:events:us-east-1:123456789012:event-bus/partner'],
});
afterEach(() => eb.reset());

test.each(['EventBusName', 'eventBusName', 'eventBus'])('%s is called bus', (name) => {
  expect(failure(() => eb.assertNotPublished({ [name]: 'orders' } as never))).toContain(
    `an event has no property "${name}". Did you mean "bus"?`,
  );
});

describe('an empty detail', () => {
  test('is an error alone, and allowed beside another property', async () => {
    await put(eb, entry());
    expect(failure(() => eb.assertPublished({ detail: {} }))).toContain('an empty detail fits every event');
    eb.assertPublished({ source: 'shop.orders', detail: {} });
  });

  test('is not what a class has that says what it is: in JSON, or as a matcher', async () => {
    class Order {
      toJSON() {
        return { orderId: 'o-1' };
      }
    }
    class HasOrderId {
      asymmetricMatch(detail: object) {
        return 'orderId' in detail;
      }
    }
    await put(eb, entry({ Detail: '{"orderId":"o-1"}' }));
    eb.assertPublished({ detail: new Order() as never });
    eb.assertPublished({ detail: new HasOrderId() as never });
  });
});

test('an undefined trace header matches an event without one', async () => {
  await put(eb, entry());
  eb.assertPublished({ traceHeader: undefined });
  eb.assertNotPublished({ source: 'shop.orders', traceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793' });
});

describe('where the buses are declared', () => {
  test('their names, their ARNs, default and conditions are accepted', async () => {
    await put(eb, entry({ EventBusName: 'orders' }));
    eb.assertPublished({ bus: 'orders' });
    eb.assertPublished({ bus: /^ord/ });
    eb.assertPublished({ bus: (bus) => bus.length === 6 });
    eb.assertPublished({ bus: 'arn:aws:events:us-east-1:123456789012:event-bus/orders' });
    for (const bus of ['partner', 'default']) eb.assertNotPublished({ bus });
  });

  test('another name is an error that lists them', () => {
    expect(failure(() => eb.assertNotPublished({ bus: 'orderz' }))).toBe(
      'assertNotPublished: the bus "orderz" does not exist. Did you mean "orders"? The buses of this fake are "default", "orders" and "partner" (option buses).',
    );
  });
});

test('where no bus is declared, every name is accepted', () => {
  fakeEventBridge().assertNotPublished({ bus: 'orderz' });
});
