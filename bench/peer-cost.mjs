// A whole call of one entry through the same client, behind each library that can answer it in process. All but
// aws-sdk-client-mock run the SDK's pipeline; nock, MSW and undici's MockAgent work below the SDK's own HTTP handler.
import { execFileSync } from 'node:child_process';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { median } from './measure.mjs';

const HOST = 'https://events.us-east-1.amazonaws.com';
const ANSWER = { Entries: [{ EventId: 'f281be04-ef2b-3074-00a3-a077ea4aa499' }], FailedEntryCount: 0 };
const HEADERS = { 'content-type': 'application/x-amz-json-1.1' };
const config = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };
const WARM_UP = 200;
const CALLS = 1000;

/** Each peer: the client that it serves, and how it forgets the calls of a test. Each is loaded in a process of its own. */
const PEERS = {
  'fake-eventbridge': async () => {
    const { fakeEventBridge } = await import('fake-eventbridge');
    const eb = fakeEventBridge();
    const client = new EventBridgeClient(config);
    eb.attach(client);
    return { client, clear: () => eb.clear() };
  },
  'aws-sdk-client-mock': async () => {
    const { mockClient } = await import('aws-sdk-client-mock');
    const mock = mockClient(EventBridgeClient);
    mock.on(PutEventsCommand).resolves(ANSWER);
    return { client: new EventBridgeClient(config), clear: () => mock.resetHistory() };
  },
  nock: async () => {
    const { default: nock } = await import('nock');
    nock(HOST).persist().post('/').reply(200, ANSWER, HEADERS);
    return { client: new EventBridgeClient(config) };
  },
  MSW: async () => {
    const { HttpResponse, http } = await import('msw');
    const { setupServer } = await import('msw/node');
    const server = setupServer(http.post(`${HOST}/`, () => HttpResponse.json(ANSWER, { headers: HEADERS })));
    server.listen({ onUnhandledRequest: 'error' });
    return { client: new EventBridgeClient(config) };
  },
  "undici's MockAgent": async () => {
    const { FetchHttpHandler } = await import('@smithy/fetch-http-handler');
    const { MockAgent, setGlobalDispatcher } = await import('undici');
    // The global dispatcher of the package is that of Node's own fetch.
    const agent = new MockAgent();
    agent.disableNetConnect();
    agent
      .get(HOST)
      .intercept({ path: '/', method: 'POST' })
      .reply(200, ANSWER, { headers: HEADERS })
      .persist();
    setGlobalDispatcher(agent);
    const requestHandler = new FetchHttpHandler({});
    return { client: new EventBridgeClient({ ...config, requestHandler }) };
  },
};

/** Microseconds of a whole call. */
async function wholeCall(name) {
  const { client, clear = () => {} } = await PEERS[name]();
  const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' }];
  const times = [];
  for (let call = 0; call < WARM_UP + CALLS; call++) {
    if (call % 100 === 0) clear();
    const start = process.hrtime.bigint();
    const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries }));
    times.push(Number(process.hrtime.bigint() - start) / 1000);
    if (FailedEntryCount !== 0) throw new Error('the call was not answered: the benchmark measures nothing');
  }
  return median(times.slice(WARM_UP));
}

/** @returns microseconds of a whole call for each peer, medians of interleaved rounds */
export function peerCost(rounds = 3) {
  const names = Object.keys(PEERS);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const printed = execFileSync(process.execPath, ['--no-warnings', import.meta.filename, name], {
        encoding: 'utf8',
      });
      times[name].push(Number(printed));
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

if (process.argv[1] === import.meta.filename) {
  console.log(process.argv[2] === undefined ? peerCost() : await wholeCall(process.argv[2]));
  // Some of them keep the process alive.
  process.exit();
}
