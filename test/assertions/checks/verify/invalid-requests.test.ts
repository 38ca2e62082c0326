import { ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../../../support/failure';
import { entry, post, put } from '../../../support/put-events';

const eb = fakeEventBridge({ buses: ['orders'] });
afterEach(() => eb.reset());

describe('refused requests', () => {
  const tooMany = () => put(eb, ...Array.from({ length: 11 }, () => entry()));

  test('two, each with its reason', async () => {
    await tooMany();
    await put(eb);
    const text = failure(() => eb.verify());
    expect(text).toContain('EventBridge refused 2 requests. [invalid-request]\n');
    expect(text).toContain('  Request 1 has 11 entries, but EventBridge takes at most 10.\n');
    expect(text).toMatch(/^ {2}.*[Rr]equest 2/m);
    expect(text).toContain('Send at most 10 entries in one request.');
  });

  test('one that a test holds and fails is not one', async () => {
    const held = eb.hold();
    const sending = put(eb, entry());
    await held.reached();
    held.fail('AccessDeniedException');
    await sending;
    eb.verify();
  });

  test('one that a fault fails is not one, and the next is', async () => {
    eb.failRequest('ValidationException');
    await tooMany();
    eb.verify();
    await tooMany();
    expect(failure(() => eb.verify())).toContain('Request 2 has 11 entries');
  });

  test('a body that cannot be read', async () => {
    await post(eb, '{');
    expect(failure(() => eb.verify())).toContain('[invalid-request]');
  });
});

test('dropped events, by bus', async () => {
  await put(eb, entry({ EventBusName: 'order' }), entry({ EventBusName: 'order' }));
  await put(eb, entry({ EventBusName: 'billing' }));
  const text = failure(() => eb.verify());
  expect(text).toContain(
    'EventBridge accepted and dropped 2 events: the bus "order" does not exist. Did you mean "orders"?',
  );
  expect(text).toContain('EventBridge accepted and dropped 1 event: the bus "billing" does not exist.');
  expect(text.match(/OrderPlaced from shop\.orders/g)).toHaveLength(3);
  eb.verify();
});

describe('unfinished calls', () => {
  test('several that are held, and one that is delayed, each with its line', async () => {
    const held = eb.hold().times(2);
    const sending = [put(eb, entry()), put(eb, entry())];
    await held.reached();
    await new Promise(setImmediate);
    const text = failure(() => eb.verify());
    expect(text).toContain('2 calls have not finished. [unfinished-call]\n');
    expect(text.match(/hold\(\) still holds request \d: release it \(declared at /g)).toHaveLength(2);
    held.release();
    await Promise.all(sending);
  });

  test('a response that is delayed', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    eb.delay(10);
    const sending = put(eb, entry());
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(failure(() => eb.verify())).toMatch(
      /1 call has not finished\. \[unfinished-call\]\n {2}delay\(10\) still delays the response to request 1 \(declared at /,
    );
    jest.advanceTimersByTime(10);
    jest.useRealTimers();
    await sending;
  });
});

describe('rejected entries', () => {
  test('two in two requests, with the advice of the first', async () => {
    await put(eb, entry(), entry({ Source: 'aws.orders' }));
    await put(eb, entry({ Detail: '[]' }));
    const text = failure(() => eb.verify());
    expect(text).toContain('EventBridge rejected 2 entries. [invalid-entry]\n');
    expect(text).toMatch(
      /^ {2}Entries\[1\] of request 1, .*: NotAuthorizedForSourceException \(Not authorized for the source\.\)$/m,
    );
    expect(text).toMatch(/^ {2}Entries\[0\] of request 2, .*: MalformedDetail \(Detail is malformed\.\)$/m);
    expect(text).toContain('If the rejection is intended, assert on eb.rejected.');
  });

  test('one that a fault rejects is not one, even beside one that is', async () => {
    eb.failEntry(0, 'MalformedDetail');
    await put(eb, entry(), entry({ Source: 'aws.orders' }));
    const text = failure(() => eb.verify());
    expect(text).toContain('EventBridge rejected 1 entry. [invalid-entry]\n  Entries[1] of request 1, ');
  });
});

describe('several problems', () => {
  test('are counted, and each can be allowed by its code', async () => {
    eb.failRequest('InternalException').when({ source: 'nobody' });
    await put(eb, entry({ EventBusName: 'order' }), entry({ Source: 'aws.orders' }));
    const text = failure(() => eb.verify());
    expect(text).toContain('verify() found 3 problems that this test did not check.');
    expect(text).toContain('eb.allow("invalid-entry", "unknown-bus", "unused-fault")');
  });

  test('what is allowed is not reported, the rest is', async () => {
    eb.allow('invalid-entry', 'unused-fault');
    eb.failRequest('InternalException').when({ source: 'nobody' });
    await put(eb, entry({ EventBusName: 'order' }), entry({ Source: 'aws.orders' }));
    const text = failure(() => eb.verify());
    expect(text).toContain('verify() found 1 problem that this test did not check.');
    expect(text).toContain('eb.allow("unknown-bus")');
  });

  test('a request for another operation is reported once', async () => {
    await post(eb, '{}', { 'x-amz-target': 'AWSEvents.ListRules' });
    expect(failure(() => eb.verify())).toContain('eb.allow("not-faked")');
    eb.verify();
    await post(eb, '{}', { 'x-amz-target': 'AWSEvents.PutRule' });
    expect(failure(() => eb.verify())).toContain('PutRule');
  });
});

describe('a request that no fake serves', () => {
  test('is not reported where it is only warned of', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    using own = fakeEventBridge({ onStray: 'warn' });
    await own
      .client()
      .send(new ListRulesCommand({}))
      .catch(() => {});
    expect(own.strays).toHaveLength(1);
    own.verify();
    warn.mockRestore();
  });
});
