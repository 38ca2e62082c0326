import { PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { FakeEventBridge, StandardSchema } from '../../../src/index.js';

/** An entry of the shop. */
export function order(
  orderId: string,
  rest: object = {},
  members: Partial<PutEventsRequestEntry> = {},
): PutEventsRequestEntry {
  return {
    Source: 'shop.orders',
    DetailType: 'OrderPlaced',
    Detail: JSON.stringify({ orderId, ...rest }),
    ...members,
  };
}

/** The same of another detail type. */
export function event(DetailType: string, orderId = 'o-1'): PutEventsRequestEntry {
  return order(orderId, {}, { DetailType });
}

/** Publishes in one call of a real client, and does what many publishers do with an exception: nothing. */
export async function send(eb: FakeEventBridge, ...Entries: PutEventsRequestEntry[]): Promise<void> {
  await eb
    .client()
    .send(new PutEventsCommand({ Entries }))
    .catch(() => {});
}

/** Holds when every total is a number; what Zod, Valibot and ArkType make would do. */
export const orderSchema: StandardSchema = {
  '~standard': {
    version: 1,
    vendor: 'shop',
    validate: (value) =>
      typeof value === 'object' && value !== null && typeof Reflect.get(value, 'total') === 'number'
        ? { value }
        : { issues: [{ message: 'expected a number', path: ['total'] }] },
  },
};
