// What has to hold with every version of the SDK. Prints the line that fails, or nothing.
const assert = require('node:assert/strict');
const { EventBridgeClient, PutEventsCommand, InternalException } = require('@aws-sdk/client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');

const placeOrder = () =>
  new PutEventsCommand({ Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }] });

async function main() {
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
    const started = process.hrtime.bigint();
    const failure = await client.send(placeOrder()).catch((error) => error);
    assert.ok(failure instanceof InternalException, `real exception, not ${failure}`);
    assert.equal(failure.$metadata.attempts, 3, 'three attempts');
    // Nothing is measured here but that nobody slept: real waits were 100 ms and more, quite often.
    assert.ok(process.hrtime.bigint() - started < 2_000_000_000n, 'no wait');
    const { attempts } = eb.calls.at(-1);
    assert.deepEqual(
      attempts.map(({ backoff }) => Number.isInteger(backoff) && backoff >= 0),
      [true, true, true],
      'backoff is noted',
    );
    eb.verify();

    // 500 tokens, 5 to 14 each: without the refill a client stops retrying long before this ends.
    for (let i = 0; i < 60; i++) {
      eb.failCall('InternalException');
      await client.send(placeOrder()).catch(() => {});
    }
    eb.reset();
    eb.failCall('InternalException');
    const again = await client.send(placeOrder()).catch((error) => error);
    assert.equal(again.$metadata.attempts, 3, 'quota is refilled');
    eb.reset();
  }

  let asked = 0;
  const mine = {
    mode: 'mine',
    // Older SDKs run the attempts in the strategy itself.
    async retry(next, args) {
      asked += 1;
      return next(args);
    },
    async acquireInitialRetryToken() {
      asked += 1;
      return { getRetryCount: () => 0, getRetryDelay: () => 0 };
    },
    async refreshRetryTokenForRetry() {
      throw new Error('no retry');
    },
    recordSuccess() {},
  };
  // A client that runs by itself may not know of tokens: it then gets the older kind alone.
  const custom = new EventBridgeClient({ region: 'us-east-1', retryStrategy: mine });
  await custom.send(placeOrder());
  assert.equal(asked, 1, 'custom retry strategy');
  eb.restore();
}

main().catch((error) => {
  console.error(String(error?.message ?? error).split('\n')[0]);
  process.exitCode = 1;
});
