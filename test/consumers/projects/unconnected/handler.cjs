// A handler as it is deployed: a bundle that contains an SDK of its own.
const { EventBridgeClient, PutEventsCommand } = require('@aws-sdk/client-eventbridge');

const client = new EventBridgeClient({
  region: 'eu-west-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
});
const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];

exports.client = client;
exports.handler = () => client.send(new PutEventsCommand({ Entries }));
