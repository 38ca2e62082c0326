const assert = require('node:assert/strict');
const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { setupFakeEventBridge } = require('fake-eventbridge/mocha');
const { publish } = require('../publish.cjs');

const eb = setupFakeEventBridge(EventBridgeClient);

before(() => {
  assert.throws(() => setupFakeEventBridge(EventBridgeClient), /was called inside a test or a hook/);
});

it('the set-up connects the client of the module', async () => {
  await publish('o-1');
  eb.assertPublished({ detail: { orderId: 'o-1' } }, { times: 1 });
});

it('each test begins with no events', () => {
  eb.assertNothingPublished();
});

describe('in a describe with its own set-up', () => {
  const inner = setupFakeEventBridge(EventBridgeClient, { account: '111122223333' });

  it('the inner set-up is connected', async () => {
    await publish('o-2');
    assert.equal(inner.events[0].account, '111122223333');
    eb.assertNothingPublished();
  });
});

it('after it, the outer set-up is connected', async () => {
  await publish('o-3');
  eb.assertPublished({ detail: { orderId: 'o-3' } });
});
