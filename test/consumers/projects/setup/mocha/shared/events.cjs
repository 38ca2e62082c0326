const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { setupFakeEventBridge } = require('fake-eventbridge/mocha');

exports.eb = setupFakeEventBridge(EventBridgeClient);
