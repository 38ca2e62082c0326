import { PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { FakeEventBridge } from 'fake-eventbridge';

/** An entry that EventBridge accepts; name what matters to the test. */
export function entry(properties: Partial<PutEventsRequestEntry> = {}): PutEventsRequestEntry {
  return { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}', ...properties };
}

/** Sends entries through a real client. @returns the output, or the exception */
export async function put(eb: FakeEventBridge, ...Entries: PutEventsRequestEntry[]) {
  return eb
    .client()
    .send(new PutEventsCommand({ Entries }))
    .catch((error) => error);
}

/** Sends a body as it is, with the headers of AWS JSON. @returns status and body of the answer */
export async function post(eb: FakeEventBridge, body: string, headers: Record<string, string> = {}) {
  const response = await eb.fetch('https://events.us-east-1.amazonaws.com/', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSEvents.PutEvents',
      ...headers,
    },
    body,
  });
  return { status: response.status, headers: response.headers, body: await response.text() };
}
