import { afterEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../../../support/failure';
import { sendOrders } from '../../../support/story';

const eb = fakeEventBridge();
const client = eb.client();
afterEach(() => eb.reset());

test('faults that fired as often as meant pass', async () => {
  eb.failEntry('any', 'InternalFailure');
  eb.failRequest('InternalException').times(2);
  const held = eb.hold().always();
  const sending = sendOrders(client, 'o-1');
  await held.reached();
  held.release();
  await sending;

  eb.verify();
});

test('the others are a table: which, how often of how many, declared where', async () => {
  eb.failEntry({ detailType: 'OrderPaid' }, 'ThrottlingException');
  eb.failEntry(2, 'InternalFailure').times(3);
  eb.failRequest('InternalException').times(5);
  eb.failCall({ name: 'Odd', status: 418 });
  eb.refuseConnection();
  eb.delay(10).when({ source: 'nobody' }).always();
  eb.hold().when({ source: 'nobody' });
  await sendOrders(client, 'o-1', 'o-2', 'o-3');

  const places = /test\/assertions\/checks\/verify\/unused-faults\.test\.ts:…/g;
  const text = failure(() => eb.verify());
  expect(text.replace(places, 'HERE')).toBe(
    `eb.verify()

verify() found 1 problem that this test did not check.

7 faults were not used as often as declared. [unused-fault]
  failEntry(match, "ThrottlingException") fired 0 of 1 times (declared at HERE)
    match: { detailType: "OrderPaid" }
    nearest entry: OrderPlaced from shop.orders {"orderId":"o-1"}
      detailType: expected "OrderPaid", received "OrderPlaced"
  failEntry(2, "InternalFailure") fired 0 of 3 times (declared at HERE)
  failRequest("InternalException") fired 3 of 5 times (declared at HERE)
  failCall("Odd") fired 0 of 1 times (declared at HERE)
  refuseConnection() fired 0 of 1 times (declared at HERE)
  … and 2 more
Fix the match, or delete the fault.

If this test is meant to have this problem, call eb.allow("unused-fault") in it.`,
  );
});

test('removed ones, and ones left to chance, are not missed', () => {
  eb.failEntry('any', 'InternalFailure').remove();
  eb.failRequest('ThrottlingException').withProbability(0.5);

  eb.verify();
});

test('a single one', () => {
  const fault = eb.loseResponse();

  expect(failure(() => eb.verify())).toContain('1 fault was not used as often as declared. [unused-fault]');
  expect(fault.used).toBe(0);
});

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
  expect(text).toContain('nearest entry: OrderPlaced from shop.orders {"orderId":"o-1"}\nFix the match');
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

  eb.reset();
  calls = 1;
  eb.failEntry(() => {
    if (++calls > 2) throw new Error('the predicate failed');
    return false;
  }, 'ThrottlingException');
  await sendOrders(client, 'o-1');
  expect(failure(() => eb.verify())).toContain('    No entry matched: 1 entry was sent.\n');
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
