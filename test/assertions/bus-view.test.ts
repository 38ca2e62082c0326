import { beforeEach, describe, expect, test } from '@jest/globals';
import { EventAssertionError, FakeEventBridgeError, fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';

const eb = fakeEventBridge({ buses: ['orders', 'audit'] });
const send = (...types: [detailType: string, bus?: string][]) =>
  eb.putEvents({
    Entries: types.map(([DetailType, EventBusName]) => ({
      Source: 'shop.orders',
      DetailType,
      Detail: '{"orderId":"o-1"}',
      ...(EventBusName !== undefined && { EventBusName }),
    })),
  });

beforeEach(async () => {
  eb.reset();
  await send(['OrderPlaced', 'orders'], ['OrderPlaced'], ['OrderPaid', 'orders']);
});

describe('a view of one bus', () => {
  test('has the events of that bus, by name or ARN', () => {
    const orders = eb.bus('orders');
    expect(orders.name).toBe('orders');
    expect(orders.events.map(({ detailType }) => detailType)).toEqual(['OrderPlaced', 'OrderPaid']);
    expect(eb.bus('arn:aws:events:us-east-1:123456789012:event-bus/orders').events).toEqual(orders.events);
    expect(orders.events[0]).toBe(eb.events[0]);
  });

  test('takes the assertions about events, as matchers and as methods', () => {
    expect(eb.bus('orders')).toHavePublishedTimes({ detailType: 'OrderPlaced' }, 1);
    expect(eb.bus('default')).not.toHavePublished({ detailType: 'OrderPaid' });
    expect(eb.bus('audit')).toHavePublishedNothing();
    eb.bus('orders').assertPublishedInOrder([{ detailType: 'OrderPlaced' }, { detailType: 'OrderPaid' }]);
    eb.bus('default').assertPublishedExactly([{ detailType: 'OrderPlaced' }]);
    expect(() => eb.bus('audit').assertPublished({ detailType: 'OrderPaid' })).toThrow(EventAssertionError);
  });

  test('is live: it sees what is published after it was made', async () => {
    const audit = eb.bus('audit');
    await send(['Audited', 'audit']);
    expect(audit).toHavePublished({ detailType: 'Audited' });
    expect(audit.events).toHaveLength(1);
  });

  test('of a bus that does not exist is an error', () => {
    expect(() => eb.bus('order')).toThrow(
      new FakeEventBridgeError(
        'ERR_WRONG_USE',
        'bus: the bus "order" does not exist. Did you mean "orders"? The buses of this fake are "default", "orders" and "audit" (option buses).',
      ),
    );
    expect(() => eb.bus('')).toThrow('bus: pass the name or the ARN of a bus, such as "orders", not "".');
  });

  test('refuses a match that names a bus too', () => {
    expect(() => expect(eb.bus('orders')).not.toHavePublished({ bus: 'audit' })).toThrow(
      'Matcher error: toHavePublished: this assertion is already limited to the bus "orders". Remove "bus" from the match.',
    );
  });
});
