const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { setupFakeEventBridge } = require('fake-eventbridge/jest');

exports.eb = setupFakeEventBridge(EventBridgeClient);
