import '@aws-sdk/signature-v4a';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';

test('EndpointId with the SigV4a package: the endpoint’s host, signed for every region', async () => {
  using eb = fakeEventBridge();
  eb.install(EventBridgeClient);
  const client = new EventBridgeClient({});
  const requests: { hostname: string; headers: Record<string, string> }[] = [];
  client.middlewareStack.add(
    (next) => (args) => {
      requests.push(args.request as (typeof requests)[number]);
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );

  const answer = await client.send(
    new PutEventsCommand({
      EndpointId: 'abcde.veo',
      Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }],
    }),
  );

  expect(answer.FailedEntryCount).toBe(0);
  expect(requests[0]?.hostname).toBe('abcde.veo.endpoint.events.amazonaws.com');
  expect(requests[0]?.headers['x-amz-region-set']).toBe('*');
  expect(requests[0]?.headers['authorization']).toMatch(
    /^AWS4-ECDSA-P256-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/events\/aws4_request, /,
  );
  expect(eb.events[0]?.region).toBe('us-east-1');
});
