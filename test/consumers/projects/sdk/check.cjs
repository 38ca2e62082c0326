// What has to hold with every version of the SDK. Prints the line that fails, or nothing.
const assert = require('node:assert/strict');
const { EventBridgeClient, PutEventsCommand, InternalException } = require('@aws-sdk/client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');

const placeOrder = () =>
  new PutEventsCommand({ Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }] });

// The same jitter for everybody, so that waits can be compared to the millisecond.
Math.random = () => 0.5;
const realSetTimeout = globalThis.setTimeout;

/** Runs with every timer counted; one that is set fires at once. @returns how long each was meant to wait */
async function timersOf(run) {
  const waits = [];
  globalThis.setTimeout = (callback, milliseconds, ...args) => {
    waits.push(milliseconds);
    return realSetTimeout(callback, 0, ...args);
  };
  try {
    await run();
  } finally {
    globalThis.setTimeout = realSetTimeout;
  }
  return waits;
}

/** What this SDK does by itself about a server that always answers 500: how often it asks, and what it waits. */
async function withoutFake() {
  let attempts = 0;
  const requestHandler = {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle() {
      attempts += 1;
      const body = Buffer.from('{"__type":"InternalException","message":"no"}');
      const headers = { 'content-type': 'application/x-amz-json-1.1' };
      return { response: { statusCode: 500, headers, body: new Uint8Array(body) } };
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
  };
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new EventBridgeClient({ region: 'us-east-1', credentials, requestHandler });
  const waits = await timersOf(() => client.send(placeOrder()).catch(() => {}));
  return { attempts, waits };
}

async function main() {
  const alone = await withoutFake();
  assert.ok(alone.attempts >= 3, `the SDK itself retries, ${alone.attempts} attempts`);
  assert.equal(alone.waits.length, alone.attempts - 1, 'the SDK itself waits between its attempts');

  const early = new EventBridgeClient({});
  const eb = fakeEventBridge();
  eb.install(EventBridgeClient);
  for (const client of [early, new EventBridgeClient({ region: 'eu-west-1' })]) {
    assert.equal((await client.send(placeOrder())).FailedEntryCount, 0, 'success');
    assert.equal(eb.events.length, 1, 'one event');

    eb.failEntry(0, 'ThrottlingException');
    const part = await client.send(placeOrder());
    assert.equal(part.Entries[0].ErrorCode, 'ThrottlingException', 'partial failure');

    eb.failCall('InternalException');
    let failure;
    const timers = await timersOf(async () => {
      failure = await client.send(placeOrder()).catch((error) => error);
    });
    assert.equal(failure.name, 'InternalException', `the exception, not ${failure}`);
    assert.ok(failure instanceof InternalException, 'of its class');
    assert.equal(failure.$metadata.attempts, alone.attempts, 'as many attempts as without the fake');
    assert.deepEqual(timers, [], 'no timer is set: nobody waits');
    const { attempts } = eb.calls.at(-1);
    assert.equal(attempts.length, alone.attempts, 'attempts on the wire');
    const backoffs = attempts.map(({ backoff }) => backoff);
    assert.deepEqual(backoffs, [...alone.waits, 0], 'the waits that were skipped are noted');
    eb.verify();

    // 500 tokens, 5 to 14 each: without the refill a client stops retrying long before this ends.
    for (let i = 0; i < 60; i++) {
      eb.failCall('InternalException');
      await client.send(placeOrder()).catch(() => {});
    }
    eb.reset();
    eb.failCall('InternalException');
    const again = await client.send(placeOrder()).catch((error) => error);
    assert.equal(again.$metadata.attempts, alone.attempts, 'quota is refilled');
    eb.reset();
  }

  let asked = 0;
  const mine = {
    mode: 'mine',
    async acquireInitialRetryToken() {
      asked += 1;
      return { getRetryCount: () => 0, getRetryDelay: () => 0 };
    },
    async refreshRetryTokenForRetry() {
      throw new Error('no retry');
    },
    recordSuccess() {},
  };
  const custom = new EventBridgeClient({ region: 'us-east-1', retryStrategy: mine });
  await custom.send(placeOrder());
  assert.equal(asked, 1, 'custom retry strategy');
  eb.restore();
}

main().catch((error) => {
  console.error(String(error?.message ?? error));
  process.exitCode = 1;
});
