// What the SDK's own Node handler makes of servers on the loopback that misbehave, as JSON on the standard output. A
// process of its own, because Jest's sandbox has another Error than Node's sockets, by which the SDK knows errors.
import { Agent, createServer } from 'node:http';
import { getSystemErrorMap } from 'node:util';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { NodeHttpHandler } from '@smithy/node-http-handler';

const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' }];
const JSON_TYPE = 'application/x-amz-json-1.1';
const HOSTNAME = 'events.us-east-1.amazonaws.com';

/** Sends over a socket, three tries that do not wait. @returns what a publisher could see of the error, or the output */
async function send({ hostname = '127.0.0.1', port, options = {}, sendOptions = {} }) {
  const client = new EventBridgeClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'none' },
    endpoint: `http://${hostname}:${port}`,
    retryStrategy: new ConfiguredRetryStrategy(3, () => 0),
    requestHandler: new NodeHttpHandler(options),
  });
  try {
    return await client.send(new PutEventsCommand({ Entries }), sendOptions);
  } catch (error) {
    return { ...error, name: error.name, message: error.message };
  } finally {
    client.destroy();
  }
}

/** Sends to a server that behaves so. */
async function sendTo(behave, options, sendOptions) {
  const server = createServer((request, response) =>
    request.resume().on('end', () => behave(request, response)),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const outcome = await send({ port: server.address().port, options, sendOptions });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return outcome;
}

/** Sends over a socket that never connects, for a reason of Node's. */
function sendOver(error) {
  const lookup = (_hostname, _options, tell) => setImmediate(() => tell(error));
  return send({ hostname: HOSTNAME, port: 80, options: { httpAgent: new Agent({ lookup }) } });
}

const answer = (status, type, body) => (_, response) =>
  response.writeHead(status, { 'content-type': type, 'x-amzn-requestid': 'r' }).end(body);
const errnoOf = (name) => [...getSystemErrorMap()].find(([, [known]]) => known === name)[0];
const systemError = (message, members) => Object.assign(new Error(message), members);

async function closedPort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const outcomes = {
  refused: await send({ port: await closedPort() }),
  hangsUp: await sendTo((request) => request.socket.destroy()),
  // A name that nobody resolves and an address that nobody answers need a network. What the handler makes of them does
  // not. It gets the errors that Node's resolver and sockets raise, made from Node's own table of errors, in the form
  // of a refused connection. Node calls libuv's EAI_NONAME by its older name.
  timedOut: await sendOver(
    systemError('connect ETIMEDOUT 127.0.0.1:443', {
      errno: errnoOf('ETIMEDOUT'),
      code: 'ETIMEDOUT',
      syscall: 'connect',
      address: '127.0.0.1',
      port: 443,
    }),
  ),
  dns: await sendOver(
    systemError(`getaddrinfo ENOTFOUND ${HOSTNAME}`, {
      errno: errnoOf('EAI_NONAME'),
      code: 'ENOTFOUND',
      syscall: 'getaddrinfo',
      hostname: HOSTNAME,
    }),
  ),
  html: await sendTo(answer(503, 'text/html', '<html><body><h1>503 Service Unavailable</h1></body></html>')),
  cutOff: await sendTo(answer(200, JSON_TYPE, process.argv[2])),
  empty: await sendTo(answer(200, JSON_TYPE, '')),
  requestTimeout: await sendTo(() => {}, { requestTimeout: 1, throwOnRequestTimeout: true }),
  socketTimeout: await sendTo(() => {}, { socketTimeout: 20 }),
  abortedBefore: await sendTo(() => {}, {}, { abortSignal: AbortSignal.abort() }),
  abortedForAReason: await sendTo(() => {}, {}, { abortSignal: AbortSignal.abort('the lights went out') }),
  abortedForNull: await sendTo(() => {}, {}, { abortSignal: AbortSignal.abort(null) }),
  abortedDuring: await abortedDuring(),
};

async function abortedDuring() {
  const controller = new AbortController();
  return sendTo(() => controller.abort(), {}, { abortSignal: controller.signal });
}

console.log(JSON.stringify(outcomes));
