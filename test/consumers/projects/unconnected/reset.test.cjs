// The client is made of modules that were loaded after the class was installed.
const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());

test('a client that jest.resetModules() has replaced the class of', async () => {
  jest.resetModules();
  const { client, handler } = require('./handler.cjs');
  await expect(handler()).rejects.toMatchObject({ code: 'ERR_NOT_CONNECTED' });
  expect(() => eb.verify()).toThrow('A client that is not connected to the fake sent a request');
  eb.reset();

  eb.attach(client);
  expect((await handler()).FailedEntryCount).toBe(0);
  eb.assertPublished({ source: 'shop.orders' }, { times: 1 });
  eb.verify();
});
