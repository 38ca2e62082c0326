const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');
require('fake-eventbridge/jest');
const { publish } = require('./publish');

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());

test('publishes', async () => {
  await publish({ orderId: 'o-1' });
  expect(require.resolve('fake-eventbridge')).toMatch(/dist.cjs.index\.js$/);
  expect(eb).toHavePublished({ detail: { orderId: 'o-1' } });
});

test('fails as it should', async () => {
  expect(eb).toHavePublished({ detail: { orderId: 'o-2' } });
});
