import type { FakeEventBridge } from 'fake-eventbridge';
import { entry } from '../support/put-events';

/** Sends orders in a request with the headers of an SDK. @returns the status */
export async function request(
  eb: FakeEventBridge,
  ids: readonly string[],
  headers: { readonly id?: string; readonly attempt?: string },
) {
  const { response } = await eb.requestHandler.handle({
    method: 'POST',
    hostname: 'events.us-east-1.amazonaws.com',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSEvents.PutEvents',
      ...(headers.id !== undefined && { 'amz-sdk-invocation-id': headers.id }),
      ...(headers.attempt !== undefined && { 'amz-sdk-request': headers.attempt }),
    },
    body: JSON.stringify({ Entries: ids.map((orderId) => entry({ Detail: JSON.stringify({ orderId }) })) }),
  });
  return response.statusCode;
}
