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

verify() found 1 thing that the test has passed over.

7 faults were declared and have not fired as often as meant:
  fault                                    fired   declared at
  failEntry(match, "ThrottlingException")  0 of 1  HERE
  failEntry(2, "InternalFailure")          0 of 3  HERE
  failRequest("InternalException")         3 of 5  HERE
  failCall("Odd")                          0 of 1  HERE
  refuseConnection()                       0 of 1  HERE
  delay(10)                                never   HERE
  hold()                                   0 of 1  HERE
Was what it should strike sent at all? A fault that nothing needs is taken back with its remove().`,
  );
});

test('removed ones, and ones left to chance, are not missed', () => {
  eb.failEntry('any', 'InternalFailure').remove();
  eb.failRequest('ThrottlingException').withProbability(0.5);

  eb.verify();
});

test('a single one', () => {
  const fault = eb.loseResponse();

  expect(failure(() => eb.verify())).toContain('1 fault was declared and has not fired as often as meant:');
  expect(fault.used).toBe(0);
});
