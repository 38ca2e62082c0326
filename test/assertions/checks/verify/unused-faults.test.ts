import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
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
    Other faults fired first.
  failRequest("InternalException") fired 3 of 5 times (declared at HERE)
    After it was declared, your code sent 3 requests; the fault needs 5.
  failCall("Odd") fired 0 of 1 times (declared at HERE)
    Other faults fired first.
  refuseConnection() fired 0 of 1 times (declared at HERE)
    Other faults fired first.
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

describe('why a fault did not fire as often as declared', () => {
  const said = () => failure(() => eb.verify()).split('\n\n')[2];
  const correct = 'Correct what the fault is for, or how often it fires, or delete it.';

  test.each<[string, () => unknown, string]>([
    [
      'an index that the only request does not have',
      () => eb.failEntry(3, 'InternalFailure'),
      'The only request after it had 1 entry, and the fault is for Entries[3].',
    ],
    [
      'an index that one request has',
      () => eb.failEntry(0, 'InternalFailure').times(3),
      'After it was declared, your code sent 1 request with Entries[0]; the fault needs 3.',
    ],
    [
      'any entry',
      () => eb.failEntry('any', 'InternalFailure').times(2),
      'After it was declared, your code sent 1 entry; the fault needs 2.',
    ],
    [
      'a match that fits fewer entries',
      () => eb.failEntry({ detail: { orderId: 'o-1' } }, 'InternalFailure').times(2),
      'After it was declared, your code sent 1 entry that matches; the fault needs 2.',
    ],
    [
      'a request that matches',
      () =>
        eb
          .failRequest('AccessDeniedException')
          .when({ detail: { orderId: 'o-1' } })
          .times(3),
      'After it was declared, your code sent 1 request that matches; the fault needs 3.',
    ],
    [
      'a whole call',
      () => eb.failCall('InternalException').times(3),
      'After it was declared, your code made 1 call; the fault needs 3.',
    ],
  ])('%s', async (_, declare, why) => {
    await sendOrders(client, 'o-0', 'o-0', 'o-0', 'o-0');
    declare();
    await sendOrders(client, 'o-1');

    expect(said()).toContain(`    ${why}\n${correct}`);
  });

  test('an index that no request has, of several', async () => {
    eb.failEntry(3, 'InternalFailure');
    await sendOrders(client, 'o-1');
    await sendOrders(client, 'o-1', 'o-2');

    expect(said()).toContain(
      'The 2 requests after it had at most 2 entries, and the fault is for Entries[3].',
    );
  });

  test('no request was sent after it was declared', async () => {
    await sendOrders(client, 'o-1');
    eb.failRequest('InternalException');

    expect(said()).toContain(
      '    Your code sent no request after the fault was declared.\nCheck that the code under test sends a request',
    );
  });

  test('also after the records were cleared', async () => {
    await sendOrders(client, 'o-1');
    eb.clear();
    eb.failRequest('InternalException').times(2);
    await sendOrders(eb.client({ maxAttempts: 1 }), 'o-1');
    expect(said()).toContain('your code sent 1 request; the fault needs 2.');

    eb.reset();
    eb.failRequest('InternalException').times(3);
    await sendOrders(eb.client({ maxAttempts: 1 }), 'o-1');
    eb.clear();
    expect(said()).toContain('fired 1 of 3 times');
    expect(failure(() => expect(eb).not.toHaveLostNoEvents())).toContain(
      'The fault failRequest("InternalException") was not used as often as declared',
    );
  });

  test('in the text of an assertion that needs the failure', async () => {
    eb.failEntry(3, 'InternalFailure');
    await sendOrders(client, 'o-1');

    expect(failure(() => expect(eb).not.toHaveLostNoEvents())).toContain(
      'test/assertions/checks/verify/unused-faults.test.ts:…). The only request after it had 1 entry, and the fault is for Entries[3]. [unused-fault]',
    );
  });
});
