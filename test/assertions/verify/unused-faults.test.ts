import { afterEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../../support/failure';
import { sendOrders } from '../../support/story';

const eb = fakeEventBridge();
const client = eb.client();
afterEach(() => eb.reset());

test('a fault without an end that never fired', async () => {
  eb.failRequest('InternalException').when({ source: 'nobody' }).always();
  await sendOrders(client, 'o-1');
  expect(failure(() => eb.verify())).toContain('failRequest("InternalException") fired never (declared at ');
});

test('a match, and no entry was sent', () => {
  eb.failEntry({ detailType: 'OrderPaid' }, 'ThrottlingException');
  const text = failure(() => eb.verify());
  expect(text).toContain('    match: { detailType: "OrderPaid" }\n    No entry was sent.\n');
  expect(text).toContain('Fix the match, or delete the fault.');
});

test('a match that is a predicate, which fits no entry', async () => {
  eb.failEntry(() => false, 'ThrottlingException');
  await sendOrders(client, 'o-1', 'o-2');
  const text = failure(() => eb.verify());
  expect(text).toContain('nearest entry: OrderPlaced from shop.orders {"orderId":"o-1"}\n');
});

test('a predicate that throws: the entries are counted, and its own error is reported to the test', async () => {
  const cause = new Error('the predicate failed');
  eb.failEntry(() => {
    throw cause;
  }, 'ThrottlingException');
  await sendOrders(client, 'o-1', 'o-2').catch(() => {});
  expect(() => eb.verify()).toThrow('the predicate failed');
});

test('a predicate that throws only when verify() looks for the nearest entry', async () => {
  let calls = 0;
  eb.failEntry(() => {
    if (++calls > 2) throw new Error('the predicate failed');
    return false;
  }, 'ThrottlingException');
  await sendOrders(client, 'o-1', 'o-2');
  expect(failure(() => eb.verify())).toContain('    No entry matched: 2 entries were sent.\n');
});

test('one fault without a match', () => {
  eb.failRequest('InternalException');
  const text = failure(() => eb.verify());
  expect(text).toContain('1 fault was not used as often as declared. [unused-fault]');
  expect(text).toContain('failRequest("InternalException") fired 0 of 1 times');
  expect(text).toContain('Check that the code under test sends a request after the fault is declared');
  expect(text).not.toContain('match:');
});

test('five are described, the sixth is counted', () => {
  for (let n = 0; n < 5; n++) eb.failRequest('InternalException');
  expect(failure(() => eb.verify())).not.toContain('… and');
  eb.reset();
  for (let n = 0; n < 6; n++) eb.failRequest('InternalException');
  expect(failure(() => eb.verify())).toContain('\n  … and 1 more\n');
});

test('the nearest entry is shown with its first three differences', async () => {
  eb.failEntry({ detail: { orderId: 'o-1', a: 1, b: 2, c: 3, d: 4 } }, 'ThrottlingException');
  await sendOrders(client, 'o-2', 'o-1');
  const text = failure(() => eb.verify());
  expect(text).toContain('nearest entry: OrderPlaced from shop.orders {"orderId":"o-1"}\n');
  expect(text.match(/^ {6}detail\.\w+: /gm)).toHaveLength(3);
});
