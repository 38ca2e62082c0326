import { CloudWatchEventsClient } from '@aws-sdk/client-cloudwatch-events';
import { EventBridge, EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../../support/put-events';

const fakes: FakeEventBridge[] = [];
const fakeIn = (region: string, options = {}) => {
  const eb = fakeEventBridge({ region, ...options });
  fakes.push(eb);
  return eb;
};
const publish = (client: { send(command: PutEventsCommand): Promise<unknown> }, EventBusName = 'default') =>
  client.send(new PutEventsCommand({ Entries: [entry({ EventBusName })] }));
const regionsOf = (eb: FakeEventBridge) => eb.events.map(({ region }) => region);

const { AWS_REGION } = process.env;
afterEach(() => {
  for (const fake of fakes.splice(0)) fake.restore();
  if (AWS_REGION === undefined) delete process.env['AWS_REGION'];
  else process.env['AWS_REGION'] = AWS_REGION;
});

describe('a client without a region', () => {
  const connect: readonly (readonly [string, (eb: FakeEventBridge, client: EventBridgeClient) => void])[] = [
    ['install', (eb) => eb.install(EventBridgeClient)],
    ['attach', (eb, client) => eb.attach(client)],
  ];

  test.each(connect)('has that of the fake in force, one fake after another: %s', async (_, connectTo) => {
    const client = new EventBridgeClient({});
    for (const region of ['us-east-1', 'eu-central-1', 'ap-south-1', 'us-east-1']) {
      const eb = fakeIn(region);
      connectTo(eb, client);
      await publish(client);
      expect(regionsOf(eb)).toEqual([region]);
      expect(await client.config.region()).toBe(region);
      eb.restore();
    }
  });

  test.each([
    ['the aggregated client', () => new EventBridge({}), EventBridge],
    ['a client of CloudWatch Events', () => new CloudWatchEventsClient({}), CloudWatchEventsClient],
  ])('%s too', async (_, create, clientClass) => {
    const client = create();
    for (const region of ['us-east-1', 'eu-central-1']) {
      const eb = fakeIn(region);
      eb.install(clientClass);
      await publish(client as EventBridgeClient);
      expect(regionsOf(eb)).toEqual([region]);
      eb.restore();
    }
  });

  test('reaches the buses of that region, by name and by ARN', async () => {
    const client = new EventBridgeClient({});
    const first = fakeIn('us-east-1');
    first.install(EventBridgeClient);
    await publish(client);
    first.restore();
    const arn = 'arn:aws:events:eu-central-1:123456789012:event-bus/orders';
    const second = fakeIn('eu-central-1', { buses: [arn] });
    second.install(EventBridgeClient);
    await publish(client, 'orders');
    await publish(client, arn);
    expect(second.events.map(({ bus }) => bus)).toEqual(['orders', 'orders']);
  });

  test('has that of the fake whatever the environment has', async () => {
    const client = new EventBridgeClient({});
    process.env['AWS_REGION'] = 'sa-east-1';
    for (const region of ['us-east-1', 'eu-central-1']) {
      const eb = fakeIn(region);
      eb.attach(client);
      await publish(client);
      expect(regionsOf(eb)).toEqual([region]);
      eb.restore();
    }
  });

  test('signs for that region', async () => {
    const client = new EventBridgeClient({});
    const signed: string[] = [];
    client.middlewareStack.add(
      (next) => (args) => {
        const { headers, hostname } = args.request as { headers: Record<string, string>; hostname: string };
        signed.push(`${hostname} ${/\d{8}\/([a-z0-9-]+)\//.exec(headers['authorization'] ?? '')?.[1]}`);
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low', name: 'signed' },
    );
    for (const region of ['us-east-1', 'eu-central-1']) {
      const eb = fakeIn(region);
      eb.attach(client);
      await publish(client);
      eb.restore();
    }
    expect(signed).toEqual([
      'events.us-east-1.amazonaws.com us-east-1',
      'events.eu-central-1.amazonaws.com eu-central-1',
    ]);
  });
});

describe('a region of the user stays', () => {
  test.each<[string, () => EventBridgeClient]>([
    ['a string that the first fake has too', () => new EventBridgeClient({ region: 'us-east-1' })],
    ['a function', () => new EventBridgeClient({ region: async () => 'us-east-1' })],
  ])('%s', async (_, create) => {
    const client = create();
    for (const region of ['us-east-1', 'eu-central-1']) {
      const eb = fakeIn(region);
      eb.attach(client);
      await publish(client);
      expect(regionsOf(eb)).toEqual(['us-east-1']);
      eb.restore();
    }
  });
});
