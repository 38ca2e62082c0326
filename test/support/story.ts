import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import type { FakeEventBridge } from 'fake-eventbridge';
import { entry } from './put-events';

/** An order as an entry. */
export function order(
  orderId: string,
  properties: Partial<PutEventsRequestEntry> = {},
): PutEventsRequestEntry {
  return entry({ Detail: JSON.stringify({ orderId }), ...properties });
}

/** Sends orders in one call. @returns the answer, or the exception */
export async function sendOrders(client: EventBridgeClient, ...orders: (string | PutEventsRequestEntry)[]) {
  return sendOrdersWith(client, {}, ...orders);
}

/** The same with options of the call. */
export async function sendOrdersWith(
  client: EventBridgeClient,
  options: { readonly abortSignal?: AbortSignal; readonly requestTimeout?: number },
  ...orders: (string | PutEventsRequestEntry)[]
) {
  const Entries = orders.map((given) => (typeof given === 'string' ? order(given) : given));
  return client.send(new PutEventsCommand({ Entries }), options).catch((error) => error);
}

/** The short form of what happened to each sending: `request 1 accepted`. */
export function statuses(eb: FakeEventBridge, events = eb.unsettled()): string[] {
  return events.map(({ entry, sendings }) => {
    const { orderId } = JSON.parse(entry.Detail ?? '{}');
    return `${orderId}: ${sendings.map(({ request, status }) => `${status} in ${request}`).join(', ')}`;
  });
}
