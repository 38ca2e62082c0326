// Jest refuses to load a module once the first of several concurrent tests has ended.
const { PutEventsCommand } = require('@aws-sdk/client-eventbridge');
const { expect, test } = require('@jest/globals');
const { fakeEventBridge, pattern } = require('fake-eventbridge');
require('fake-eventbridge/jest');

const order = { Source: 'shop', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' };
const publishTo = (client) => client.send(new PutEventsCommand({ Entries: [order] }));
let isFirstOver;
const firstIsOver = new Promise((resolve) => {
  isFirstOver = () => setImmediate(resolve);
});

test.concurrent('the first', async () => {
  const eb = fakeEventBridge();
  await publishTo(eb.client());
  expect(eb).toHavePublishedTimes(1);
  setImmediate(() => setImmediate(isFirstOver));
});

test.concurrent('uses every part of the library', async () => {
  const eb = fakeEventBridge();
  const client = eb.client();
  await firstIsOver;
  eb.rulesFrom({
    Resources: { All: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['shop'] } } } },
  });
  await publishTo(client);
  expect(eb).toHaveRoutedAllEvents();
  expect(eb).toHavePublished(pattern({ source: ['shop'] }));
  const report = await eb.exploreFailures(
    async () => {
      const { FailedEntryCount } = await publishTo(client);
      if (FailedEntryCount > 0) throw new Error('not published');
    },
    { depth: 1 },
  );
  report.assertSafe();
});

test.concurrent('fails with its text', async () => {
  const eb = fakeEventBridge();
  await publishTo(eb.client());
  await firstIsOver;
  expect(eb).toHavePublished({ detail: { orderId: 'o-2' } });
});
