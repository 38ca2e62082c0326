import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failingText } from './failing-text';
import { publish } from './time-as-text';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterEach(() => eb.verify());
afterAll(() => eb.restore());

test('publishes nothing, for the serializer throws and nobody hears of it', async () => {
  await publish('[{ "orderId": "o-1", "placedAt": "2026-01-02T03:04:05Z" }]');

  expect(failingText(() => eb.assertNoEventLost([{ detail: { orderId: 'o-1' } }]))).toBe(
    `eb.assertNoEventLost(offered)

Expected no event to be lost, but 1 was never sent.

EventBridge could not read Entries[0].Time of request 1: it must be a number of seconds, but your code sent "2026-01-02T03:04:05Z". [invalid-request]
Pass Time as a Date: Time: new Date(timestamp).

Never sent:
  { detail: { orderId: "o-1" } }

   request                          1
-> { detail: { orderId: "o-1" } }   ·
   · not in this request

What happened:
  call 1: 0 entries, failed
    request 1: 400 SerializationException: STRING_VALUE can not be converted to milliseconds since epoch`,
  );
});
