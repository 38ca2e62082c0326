import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';
import { publish } from './publish.js';

assert.match(import.meta.resolve('fake-eventbridge'), /dist\/esm\/index\.js$/);
const eb = fakeEventBridge();
eb.install(EventBridgeClient);
eb.failRequest('InternalException').times(2);
const { $metadata } = await publish({ orderId: 'o-1' });
assert.equal($metadata.attempts, 3);
eb.assertPublished({ detail: { orderId: 'o-1' } });
assert.throws(
  () => eb.assertPublished({ detail: { orderId: 'o-2' } }),
  /detail\.orderId: expected "o-2", received "o-1"/,
);
// One copy of the library, whichever way it is loaded: a fake of one is a fake for the matchers of the other.
const required = createRequire(import.meta.url)('fake-eventbridge');
assert.equal(required.matchers.toHavePublished.call({}, eb, { detail: { orderId: 'o-1' } }).pass, true);
assert.ok(required.fakeEventBridge().bus('orders').events.length === 0);
eb.verify();
eb.restore();
console.log('ESM works');
