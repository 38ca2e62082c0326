import { afterEach, describe, expect, test } from '@jest/globals';
import { FakeEventBridgeError, fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../support/failure';
import { sendOrders } from '../support/story';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

const HERE = 'test/faults/faults.test.ts:…';

describe('a fault that can never fire is refused where it is declared', () => {
  test.each<[string, () => unknown, string]>([
    [
      'an index that no request has',
      () => eb.failEntry(10, 'InternalFailure'),
      'failEntry: a request has at most 10 entries, so their indexes are 0 to 9, and 10 is not one of them.',
    ],
    [
      'an index below 0',
      () => eb.failEntry(-1, 'InternalFailure'),
      'failEntry: a request has at most 10 entries, so their indexes are 0 to 9, and -1 is not one of them.',
    ],
    [
      'an index in between',
      () => eb.failEntry(0.5, 'InternalFailure'),
      'failEntry: a request has at most 10 entries, so their indexes are 0 to 9, and 0.5 is not one of them.',
    ],
    [
      'an index beyond an own limit',
      () => fakeEventBridge({ limits: { maxEntries: 3 } }).failEntry(3, 'InternalFailure'),
      'failEntry: a request has at most 3 entries, so their indexes are 0 to 2, and 3 is not one of them.',
    ],
    [
      'no times',
      () => eb.failEntry('any', 'InternalFailure').times(0),
      `times(0): a fault fires a whole number of times, at least once. This one would never fire: failEntry("any", "InternalFailure") (declared at ${HERE}).`,
    ],
    [
      'half a time',
      () => eb.loseResponse().times(1.5),
      `times(1.5): a fault fires a whole number of times, at least once. This one would never fire: loseResponse() (declared at ${HERE}).`,
    ],
    [
      'no number of times',
      () => eb.timeout().times('2' as never),
      `times("2"): a fault fires a whole number of times, at least once. This one would never fire: timeout() (declared at ${HERE}).`,
    ],
    [
      'no probability',
      () => eb.failDns().withProbability(0),
      `withProbability(0): a probability is above 0 and at most 1: failDns() (declared at ${HERE}).`,
    ],
    [
      'more than certain',
      () => eb.resetConnection().withProbability(1.1),
      `withProbability(1.1): a probability is above 0 and at most 1: resetConnection() (declared at ${HERE}).`,
    ],
    [
      'a percentage as a string',
      () => eb.refuseConnection().withProbability('50%' as never),
      `withProbability("50%"): a probability is above 0 and at most 1: refuseConnection() (declared at ${HERE}).`,
    ],
    [
      'a probability as a string',
      () => eb.failDns().withProbability('0.5' as never),
      `withProbability("0.5"): a probability is above 0 and at most 1: failDns() (declared at ${HERE}).`,
    ],
    [
      'a probability that is not a number',
      () => eb.failRequest('InternalException').withProbability(Number.NaN),
      `withProbability(NaN): a probability is above 0 and at most 1: failRequest("InternalException") (declared at ${HERE}).`,
    ],
    [
      'a match with an unknown key',
      () => eb.failEntry({ DetailType: 'OrderPlaced' } as never, 'InternalFailure'),
      'failEntry: an event has no property "DetailType". Did you mean "detailType"? A match may have "source", "detailType", "detail", "detailJson", "resources", "bus", "time", "id", "region", "account" and "traceHeader".',
    ],
    [
      'a condition with an unknown key',
      () => eb.failCall('InternalException').when({ 'detail-type': 'OrderPlaced' } as never),
      'when: an event has no property "detail-type". Did you mean "detailType"? A match may have "source", "detailType", "detail", "detailJson", "resources", "bus", "time", "id", "region", "account" and "traceHeader".',
    ],
    [
      'a match on what an entry gets only once it is accepted',
      () => eb.failEntry({ detailType: 'OrderPlaced', id: '1' } as never, 'InternalFailure'),
      'failEntry: an entry on its way does not have "id" yet, so this fault would never fire. Match by what the publisher sends: bus, source, detailType, detail, resources or traceHeader.',
    ],
    [
      'a condition on it',
      () => eb.hold().when({ account: '123456789012' }),
      'when: an entry on its way does not have "account" yet, so this fault would never fire. Match by what the publisher sends: bus, source, detailType, detail, resources or traceHeader.',
    ],
    [
      'a code of another level',
      () => eb.failEntry('any', 'InternalException' as never),
      'failEntry: "InternalException" is not an error code that EventBridge returns for an entry. InternalException fails a whole request: eb.failRequest("InternalException"). For an entry AWS answers "InternalFailure". For a code of your own, pass { ErrorCode: "InternalException", ErrorMessage: "…" }.',
    ],
    [
      'an entry error without a message',
      () => eb.failEntry('any', { ErrorCode: 'Odd' } as never),
      'failEntry: an error of your own needs two strings, ErrorCode and ErrorMessage.',
    ],
    [
      'an error of an entry for a request',
      () => eb.failRequest('MalformedDetail' as never),
      'failRequest: "MalformedDetail" is not an error that EventBridge returns for a request. It is the error of an entry: eb.failEntry(which, "MalformedDetail"). For an error of your own, pass { name: "MalformedDetail", status: 400, message: "…" }.',
    ],
    [
      'a status that is not an error',
      () => eb.failCall({ name: 'Fine', status: 200 }),
      'failCall: the status of Fine must be an HTTP error, 400 to 599, not 200.',
    ],
    [
      'an error without a name',
      () => eb.failRequest({ name: '', status: 500 }),
      'failRequest: an error of your own needs a name, such as { name: "ThrottlingException", status: 400 }.',
    ],
    [
      'a message that is not a string',
      () => eb.failRequest({ name: 'Odd', status: 500, message: 5 } as never),
      'failRequest: the message of Odd must be a string, not 5.',
    ],
    [
      'no way to garble',
      () => eb.garbleResponse('xml' as never),
      'garbleResponse: a response is garbled as "html", "cut-off" or "empty", not as "xml".',
    ],
    ['no delay', () => eb.delay(-1), 'delay: pass milliseconds, 0 or more, not -1.'],
    ['a delay as a string', () => eb.delay('1s' as never), 'delay: pass milliseconds, 0 or more, not "1s".'],
  ])('%s', (_, declare, text) => {
    expect(failure(declare)).toBe(text);
    expect(declare).toThrow(FakeEventBridgeError);
  });
});

test('a fault that was refused is not left behind', () => {
  expect(() => eb.failEntry('any', 'InternalFailure').times(0)).toThrow(FakeEventBridgeError);
  expect(() => eb.hold().withProbability(2)).toThrow(FakeEventBridgeError);
  expect(() => eb.delay(1).when({ Source: 'x' } as never)).toThrow(FakeEventBridgeError);

  eb.verify();
});

test('fewer times than it has fired already', async () => {
  const fault = eb.failRequest('InternalException').times(2);
  await sendOrders(eb.client(), 'o-1');

  expect(failure(() => fault.once())).toBe(
    `once: the fault has already fired twice: failRequest("InternalException") (declared at ${HERE}).`,
  );
});

test.each([
  [
    'failRequest',
    ['InternalException', 'my message'],
    'failRequest takes only error, but it was called with 2 arguments',
  ],
  ['failCall', ['InternalException', 1], 'failCall takes only error'],
  ['failEntry', ['any', 'InternalFailure', 'message', 1], 'failEntry takes only which and code and message'],
  ['hold', [5], 'hold takes no arguments, but it was called with 1 argument: hold().'],
  ['loseResponse', [{}], 'loseResponse takes no arguments'],
  ['delay', [5, 6], 'delay takes only milliseconds'],
  ['garbleResponse', ['html', 1], 'garbleResponse takes only how'],
  ['assertNothingPublished', [{ source: 'a' }], 'assertNothingPublished takes no arguments'],
  ['assertPublished', [{ source: 'a' }, {}, 1], 'assertPublished takes only match and options'],
  ['verify', ['unused-fault'], 'verify takes no arguments'],
])('%s refuses arguments that it would ignore', (name, args, text) => {
  expect(() => Reflect.apply(Reflect.get(eb, name), eb, args)).toThrow(text);
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a code named %s is refused',
  (name) => {
    expect(() => eb.failEntry('any', name as never)).toThrow(
      `failEntry: "${name}" is not an error code that EventBridge returns for an entry. AWS documents "InternalFailure"`,
    );
    expect(() => eb.failRequest(name as never)).toThrow(
      `failRequest: "${name}" is not an error that EventBridge returns for a request. AWS documents "InternalException"`,
    );
  },
);

test("a publisher's own code is refused, and the error says how to write it", () => {
  expect(() => eb.failEntry('any', 'MyCode' as never)).toThrow(
    'For a code of your own, pass { ErrorCode: "MyCode", ErrorMessage: "…" }.',
  );
});
