// The library's own time per PutEvents: the time in its request handler, above that of a handler that answers a
// constant. Beside it the least that any fake could do: read the request and its details, and write an answer.
// aws-sdk-client-mock, which runs no pipeline at all, is measured too.
//
// Two clients with the same handler differ by up to 20 µs a call, so the difference of whole calls says little. The
// time inside the handler is steady.
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { fakeEventBridge } from 'fake-eventbridge';
import { median, race } from './measure.mjs';

const config = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };

/** Answers a constant. */
function constantHandler(entries) {
  const results = Array.from({ length: entries }, () => ({
    EventId: 'f281be04-ef2b-3074-00a3-a077ea4aa499',
  }));
  const response = responseOf(results);
  return handler(() => response);
}

/** Reads what has to be read, writes what has to be written, and keeps nothing. */
function leastHandler() {
  return handler(({ body }) => {
    const { Entries } = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
    for (const { Detail } of Entries) JSON.parse(Detail);
    return responseOf(Entries.map(() => ({ EventId: 'f281be04-ef2b-3074-00a3-a077ea4aa499' })));
  });
}

function responseOf(results) {
  const body = Buffer.from(JSON.stringify({ Entries: results, FailedEntryCount: 0 }));
  const headers = {
    'x-amzn-requestid': 'f281be04-ef2b-3074-00a3-a077ea4aa499',
    'content-type': 'application/x-amz-json-1.1',
    'content-length': String(body.byteLength),
  };
  return { statusCode: 200, headers, body };
}

function handler(answer) {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request) => ({ response: answer(request) }),
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
}

/** Writes down how long each `handle` of a client takes to answer. All of these answer before they return. */
function timeHandler({ config: { requestHandler } }, times) {
  const handle = requestHandler.handle.bind(requestHandler);
  requestHandler.handle = (...args) => {
    const start = process.hrtime.bigint();
    const answer = handle(...args);
    times.push(Number(process.hrtime.bigint() - start) / 1000);
    return answer;
  };
}

const WARM_UP = 2000;
const CALLS = 6000;

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
  const clients = {
    constant: new EventBridgeClient({ ...config, requestHandler: constantHandler(entries) }),
    least: new EventBridgeClient({ ...config, requestHandler: leastHandler() }),
    fake,
  };
  const inside = { constant: [], least: [], fake: [] };
  const whole = { constant: [], least: [], fake: [] };
  for (const [name, client] of Object.entries(clients)) timeHandler(client, inside[name]);
  for (let call = 0; call < WARM_UP + CALLS; call++) {
    // A suite clears between its tests; a journal of thousands is measured elsewhere.
    if (call % 100 === 0) eb.clear();
    for (const [name, client] of Object.entries(clients)) {
      const start = process.hrtime.bigint();
      await client.send(new PutEventsCommand({ Entries }));
      whole[name].push(Number(process.hrtime.bigint() - start) / 1000);
    }
  }
  if (eb.events.length === 0) throw new Error('nothing was published: the benchmark measures nothing');
  eb.restore();
  const middle = (times) => median(times.slice(WARM_UP));
  const own = middle(inside.fake) - middle(inside.constant);
  return {
    own,
    least: middle(inside.least) - middle(inside.constant),
    whole: middle(whole.fake),
    share: own / middle(whole.fake),
  };
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
