// The library's own time per PutEvents: the same client and pipeline over the fake, and over a handler that answers a
// constant of the same size. aws-sdk-client-mock, which runs no pipeline at all, stands beside.
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { fakeEventBridge } from 'fake-eventbridge';
import { median, race } from './measure.mjs';

const config = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };

function constantClient(entries) {
  const results = Array.from({ length: entries }, () => ({
    EventId: 'f281be04-ef2b-3074-00a3-a077ea4aa499',
  }));
  const body = Buffer.from(JSON.stringify({ Entries: results, FailedEntryCount: 0 }));
  const headers = {
    'x-amzn-requestid': 'f281be04-ef2b-3074-00a3-a077ea4aa499',
    'content-type': 'application/x-amz-json-1.1',
    'content-length': String(body.byteLength),
  };
  const handler = {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async () => ({ response: { statusCode: 200, headers, body } }),
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
  return new EventBridgeClient({ ...config, requestHandler: handler });
}

async function compare(entries, detailBytes) {
  const Detail = JSON.stringify({ orderId: 'o-1', note: 'x'.repeat(Math.max(detailBytes - 27, 0)) });
  const Entries = Array.from({ length: entries }, () => ({
    Source: 'shop.orders',
    DetailType: 'OrderPlaced',
    Detail,
  }));
  const eb = fakeEventBridge();
  const fake = new EventBridgeClient(config);
  eb.attach(fake);
  const constant = constantClient(entries);
  let sent = 0;
  const times = await race({
    constant: () => constant.send(new PutEventsCommand({ Entries })),
    fake: () => {
      // A suite clears between its tests; a journal of thousands is measured elsewhere.
      if (++sent % 100 === 0) eb.clear();
      return fake.send(new PutEventsCommand({ Entries }));
    },
  });
  if (eb.events.length === 0) throw new Error('nothing was published: the benchmark measures nothing');
  eb.restore();
  const own = median(times.fake.map((time, i) => time - times.constant[i]));
  return { own, whole: median(times.fake), share: own / median(times.fake) };
}

async function mockCost() {
  const mock = mockClient(EventBridgeClient);
  mock.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: 'x' }] });
  const client = new EventBridgeClient(config);
  const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' }];
  let sent = 0;
  const times = await race({
    mock: () => {
      if (++sent % 100 === 0) mock.resetHistory();
      return client.send(new PutEventsCommand({ Entries }));
    },
  });
  mock.restore();
  return median(times.mock);
}

export async function callCost() {
  return { one: await compare(1, 200), ten: await compare(10, 1024), mock: await mockCost() };
}
