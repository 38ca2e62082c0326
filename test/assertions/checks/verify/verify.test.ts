import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { fakeEventBridge, type StandardSchema } from 'fake-eventbridge';
import { failure } from '../../../support/failure';
import { entry, put } from '../../../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

describe('verify() reports', () => {
  test('a call that was not awaited, before its request has reached the fake', async () => {
    const sending = put(eb, entry());
    expect(failure(() => eb.verify())).toContain(
      '1 call has not finished. [unfinished-call]\nAwait the function',
    );
    await sending;
    eb.verify();
  });

  test('a call that is still held, with the line that holds it', async () => {
    const held = eb.hold();
    const sending = put(eb, entry());
    await held.reached();
    expect(failure(() => eb.verify())).toMatch(
      /1 call has not finished\. \[unfinished-call\]\n {2}hold\(\) still holds request 1: release it \(declared at .*verify\.test\.ts:…\)\.\nAwait/,
    );
    held.release();
    await sending;
    eb.verify();
  });

  test('a call whose response is delayed', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    eb.delay(20);
    const sending = put(eb, entry());
    await new Promise(setImmediate);
    expect(failure(() => eb.verify())).toContain('[unfinished-call]');
    jest.advanceTimersByTime(20);
    jest.useRealTimers();
    await sending;
  });

  test.each([
    ['a source of AWS', { Source: 'aws.orders' }, 'NotAuthorizedForSourceException'],
    ['a malformed detail', { Detail: 'no JSON' }, 'MalformedDetail'],
    ['an empty detail type', { DetailType: '' }, 'InvalidArgument'],
  ])('an entry that EventBridge itself rejects: %s', async (_, members, code) => {
    await put(eb, entry(members));
    const text = failure(() => eb.verify());
    expect(text).toContain('EventBridge rejected 1 entry. [invalid-entry]\n  Entries[0] of request 1, ');
    expect(text).toContain(code);
  });

  test('eleven entries, with the limit first', async () => {
    await put(eb, ...Array.from({ length: 11 }, () => entry()));
    expect(failure(() => eb.verify())).toContain(
      'Request 1 has 11 entries, but EventBridge takes at most 10. [invalid-request]\nSend at most 10 entries in one request.',
    );
  });

  test('a property of the wrong type, by name', async () => {
    await put(eb, entry(), entry({ Detail: { orderId: 'o-1' } as never }));
    expect(failure(() => eb.verify())).toContain(
      'EventBridge could not read Entries[1].Detail of request 1: it must be a string, but your code sent { orderId: "o-1" }. [invalid-request]\nPass Detail as a string: Detail: JSON.stringify(detail).',
    );
  });
});

describe('verify() does not report', () => {
  test('what a fault failed', async () => {
    eb.failEntry('any', 'MalformedDetail');
    eb.failRequest('ValidationException');
    await put(eb, entry());
    await put(eb, entry());
    eb.verify();
  });

  test('a problem twice', async () => {
    await put(eb, entry({ Source: 'aws.orders' }));
    eb.loseResponse();
    failure(() => eb.verify());
    eb.verify();
  });

  test('a call that has still not finished, twice', async () => {
    const held = eb.hold();
    const sending = put(eb, entry());
    await held.reached();
    failure(() => eb.verify());
    eb.verify();
    held.release();
    await sending;
  });

  test('a broken contract, and a detail that is still being checked, twice', async () => {
    const own = fakeEventBridge();
    const schema = (validate: StandardSchema['~standard']['validate']): StandardSchema => ({
      '~standard': { version: 1, vendor: 'shop', validate },
    });
    own.contract(
      'shop.orders',
      'OrderPlaced',
      schema(() => ({ issues: [{ message: 'is wrong' }] })),
    );
    own.contract(
      'shop.orders',
      'OrderPaid',
      schema(() => new Promise(() => {})),
    );
    await put(own, entry(), entry({ DetailType: 'OrderPaid' }));
    const text = failure(() => own.verify());
    expect(text).toContain('breaks its contract:');
    expect(text).toContain('An asynchronous schema has not checked 1 detail yet. [broken-contract]');
    own.verify();
  });

  test('rejected entries that the test has read', async () => {
    await put(eb, entry({ Source: 'aws.orders' }));
    expect(eb.rejected).toHaveLength(1);
    eb.verify();
  });

  test('dropped events that the test has read, and one that is dropped later', async () => {
    const strict = fakeEventBridge({ buses: ['orders'] });
    await put(strict, entry({ EventBusName: 'order' }));
    expect(strict.dropped).toHaveLength(1);
    strict.verify();
    await put(strict, entry({ EventBusName: 'order' }));
    const text = failure(() => strict.verify());
    expect(text).toContain('EventBridge accepted and dropped 1 event: the bus "order" does not exist.');
    expect(text).toContain('If this is intended, assert on eb.dropped.');
  });

  test('what a failed assertion has named as its cause', async () => {
    await put(eb, entry({ Source: 'aws.orders' }));
    expect(failure(() => eb.assertPublished({ detail: { orderId: 'o-1' } }))).toContain('[invalid-entry]');
    eb.verify();
  });

  test('what the test allows, until it is reset', async () => {
    eb.allow('invalid-entry', 'unused-fault');
    eb.loseResponse().when({ source: 'nobody' });
    await put(eb, entry({ Source: 'aws.orders' }));
    eb.verify();
    eb.reset();
    await put(eb, entry({ Source: 'aws.orders' }));
    expect(failure(() => eb.verify())).toContain('[invalid-entry]');
  });

  test('what the suite allows', async () => {
    const tolerant = fakeEventBridge({ allow: ['invalid-entry'] });
    await put(tolerant, entry({ Source: 'aws.orders' }));
    tolerant.verify();
  });

  test('calls of an earlier test', async () => {
    const sending = put(eb, entry());
    eb.reset();
    eb.verify();
    await sending;
  });
});

test('a problem that does not exist cannot be allowed', () => {
  const text = 'there is no problem "rejected". The problems are "unused-fault", "not-faked"';
  expect(() => eb.allow('rejected' as never)).toThrow(`allow: ${text}`);
  expect(() => fakeEventBridge({ allow: ['rejected' as never] })).toThrow(`The option allow: ${text}`);
});

describe('settled()', () => {
  test('waits for calls that nobody awaits, and for the next of the same code', async () => {
    const client = eb.client();
    void (async () => {
      await client.send(new PutEventsCommand({ Entries: [entry()] }));
      await client.send(new PutEventsCommand({ Entries: [entry()] }));
    })();
    await eb.settled();
    expect(eb.events).toHaveLength(2);
    eb.verify();
  });

  test('resolves at once when nothing is in flight', () => eb.settled());
});

describe('waitForEvent()', () => {
  test('returns the event, whether it was published before or is published later', async () => {
    const sending = put(eb, entry());
    const event = await eb.waitForEvent({ detail: { orderId: 'o-1' } });
    expect(event).toBe(eb.events[0]);
    expect(await eb.waitForEvent({ detailType: 'OrderPlaced' })).toBe(event);
    await sending;
  });

  test('gives up with the text of a failed toHavePublished', async () => {
    const error = await eb.waitForEvent({ detailType: 'OrderPaid' }, { timeout: 1 }).catch((each) => each);
    expect(error.name).toBe('EventAssertionError');
    expect(error.message).toContain(
      'eb.waitForEvent(match)\n\nWaited 1 ms. Expected an event to match, but nothing was published.',
    );
  });

  test('throws what a predicate throws to the test, not to the code under test', async () => {
    const waiting = eb.waitForEvent(() => {
      throw new RangeError('boom');
    });
    const [outcome, error] = await Promise.all([put(eb, entry()), waiting.catch((each) => each)]);
    expect(outcome.FailedEntryCount).toBe(0);
    expect(error).toBeInstanceOf(RangeError);
  });

  test.each([
    [[{ source: 'a' }, { timeout: -1 }], 'waitForEvent: timeout must be a number of milliseconds'],
    [[{ source: 'a' }, 5], 'waitForEvent: the options must be an object with "timeout", not 5.'],
    [[{ source: 'a' }, {}, 1], 'waitForEvent takes only match and options'],
  ])('refuses %j', async (args, text) => {
    await expect(Reflect.apply(eb.waitForEvent, eb, args)).rejects.toThrow(text);
  });
});
