import { afterEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../support/failure';
import { sendOrders } from '../support/story';

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

  const places = /test\/faults\/unused-faults\.test\.ts:…/g;
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
