import { Tracer } from '@aws-lambda-powertools/tracer';
import {
  CloudWatchEventsClient,
  PutEventsCommand as OldPutEventsCommand,
} from '@aws-sdk/client-cloudwatch-events';
import {
  EventBridgeClient,
  type EventBridgeClientConfig,
  PutEventsCommand,
} from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import AWSXRay from 'aws-xray-sdk-core';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';

const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
const placeOrder = () => new PutEventsCommand({ Entries });

let eb: FakeEventBridge;
beforeEach(() => {
  eb = fakeEventBridge();
  eb.install(EventBridgeClient);
});
afterEach(() => eb.restore());

describe('clients that a tracer has wrapped', () => {
  test('X-Ray’s captureAWSv3Client: its trace header arrives with the event', async () => {
    const segment = new AWSXRay.Segment('test');
    const namespace = AWSXRay.getNamespace();
    const client = AWSXRay.captureAWSv3Client(new EventBridgeClient({ region: 'us-east-1' }) as never);
    eb.failRequest('InternalException');

    const answer = await namespace.runAndReturn(async () => {
      AWSXRay.setSegment(segment);
      return (client as unknown as EventBridgeClient).send(placeOrder());
    });

    expect(answer).toMatchObject({ FailedEntryCount: 0, $metadata: { attempts: 2 } });
    expect(eb.events[0]?.traceHeader).toContain(`Root=${segment.trace_id}`);
    expect(segment.subsegments).toHaveLength(1);
  });

  test('Powertools’ tracer', async () => {
    const tracer = new Tracer({ serviceName: 'orders', enabled: true });
    const client = tracer.captureAWSv3Client(new EventBridgeClient({}));

    expect(await client.send(placeOrder())).toMatchObject({ FailedEntryCount: 0 });
    expect(eb.events).toHaveLength(1);
  });
});

/** The host and headers that a client would have sent its request to AWS with. */
async function sentBy(config: EventBridgeClientConfig, EndpointId?: string) {
  const client = new EventBridgeClient(config);
  const seen: { hostname: string; path: string; headers: Record<string, string> }[] = [];
  client.middlewareStack.add(
    (next) => (args) => {
      seen.push(args.request as (typeof seen)[number]);
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  await client.send(new PutEventsCommand({ Entries, ...(EndpointId !== undefined && { EndpointId }) }));
  return seen[0];
}

describe('endpoints', () => {
  test.each<[string, EventBridgeClientConfig, string]>([
    ['plain', {}, 'events.us-east-1.amazonaws.com'],
    ['of a region', { region: 'eu-west-1' }, 'events.eu-west-1.amazonaws.com'],
    ['FIPS', { useFipsEndpoint: true }, 'events-fips.us-east-1.amazonaws.com'],
    ['dual stack', { useDualstackEndpoint: true }, 'events.us-east-1.api.aws'],
    ['both', { useFipsEndpoint: true, useDualstackEndpoint: true }, 'events-fips.us-east-1.api.aws'],
    ['custom', { endpoint: 'http://localhost:4566' }, 'localhost'],
    ['China', { region: 'cn-north-1' }, 'events.cn-north-1.amazonaws.com.cn'],
  ])('%s', async (_, config, hostname) => {
    expect((await sentBy(config))?.hostname).toBe(hostname);
    expect(eb.events).toHaveLength(1);
  });
});

describe('EndpointId', () => {
  test('without the SigV4a package: the SDK’s own error reaches the code under test', async () => {
    const failure = await sentBy({}, 'abcde.veo').catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).toContain('SigV4a');
    expect(eb.calls).toHaveLength(0);
  });
});

describe('CloudWatchEventsClient, the old name of the same service', () => {
  test('is wired like any other', async () => {
    const old = fakeEventBridge();
    old.install(CloudWatchEventsClient);

    const answer = await new CloudWatchEventsClient({}).send(new OldPutEventsCommand({ Entries }));

    expect(answer.FailedEntryCount).toBe(0);
    expect(old.events[0]?.source).toBe('shop.orders');
    old.restore();
  });

  test('can be attached', async () => {
    const old = fakeEventBridge();
    const client = new CloudWatchEventsClient({});
    old.attach(client);
    old.failCall('InternalException');

    await expect(client.send(new OldPutEventsCommand({ Entries }))).rejects.toMatchObject({
      name: 'InternalException',
      $metadata: { attempts: 3 },
    });
    old.restore();
  });
});
