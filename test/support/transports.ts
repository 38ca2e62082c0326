import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { afterAll } from '@jest/globals';
import type { FakeEventBridge } from 'fake-eventbridge';
import { type Listening, listen } from 'fake-eventbridge/server';
import * as inProcess from './put-events';

/** A way from a client to a fake. */
export interface Transport {
  /** A client of the SDK. */
  readonly client: (eb: FakeEventBridge) => Promise<EventBridgeClient>;
  readonly put: typeof inProcess.put;
  readonly post: typeof inProcess.post;
}

/** The servers of the fakes that a test file has sent something to. */
const servers = new Map<FakeEventBridge, Promise<Listening>>();
const clients = new Map<FakeEventBridge, EventBridgeClient>();

afterAll(async () => {
  for (const client of clients.values()) client.destroy();
  for (const server of servers.values()) await (await server).close();
});

function serverOf(eb: FakeEventBridge): Promise<Listening> {
  const server = servers.get(eb) ?? listen(eb);
  servers.set(eb, server);
  return server;
}

async function socketClient(eb: FakeEventBridge): Promise<EventBridgeClient> {
  const existing = clients.get(eb);
  if (existing !== undefined) return existing;
  const { url } = await serverOf(eb);
  const region = await eb.client().config.region();
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new EventBridgeClient({ endpoint: url, region, credentials });
  clients.set(eb, client);
  return client;
}

const overSocket: Transport = {
  client: socketClient,
  put: async (eb: FakeEventBridge, ...Entries: PutEventsRequestEntry[]) => {
    const client = await socketClient(eb);
    return client.send(new PutEventsCommand({ Entries })).catch((error) => error);
  },
  post: async (eb, body, headers = {}) => {
    const { url } = await serverOf(eb);
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSEvents.PutEvents',
        ...headers,
      },
      body,
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
  },
};

const all: [name: string, transport: Transport][] = [
  ['in process', { client: async (eb) => eb.client(), put: inProcess.put, post: inProcess.post }],
  ['over a socket', overSocket],
];

/**
 * For `describe.each`: whatever a client can observe must be the same through each of them. `TRANSPORT` picks one, for runs
 * that repeat the tests very often.
 */
export const transports = all.filter(([name]) => (process.env['TRANSPORT'] ?? name) === name);
