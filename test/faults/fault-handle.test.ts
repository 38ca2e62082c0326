import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { setRealImmediate } from '../../src/base/runtime/real-timers';
import { failure } from '../support/failure';
import { entry, post, put } from '../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

const body = (...ids: string[]) =>
  JSON.stringify({ Entries: ids.map((orderId) => entry({ Detail: JSON.stringify({ orderId }) })) });
/** The status of one request, without an SDK that retries. */
const request = async (...ids: string[]) => (await post(eb, body(...ids))).status;
/** Which entries of a request were accepted. */
const accepted = async (...ids: string[]) =>
  JSON.parse((await post(eb, body(...ids))).body).Entries.map(
    ({ EventId }: { EventId?: string }) => EventId !== undefined,
  );
/** A turn of the event loop, also under a fake clock. */
const turn = () => new Promise<void>((done) => setRealImmediate(done));
const withId = (orderId: string) => ({ detail: { orderId } });

describe('how often', () => {
  test('once, unless it says otherwise', async () => {
    const fault = eb.failRequest('ServiceUnavailable');
    expect([await request('a'), await request('a')]).toEqual([503, 200]);
    expect(fault.used).toBe(1);
    const again = eb.failRequest('ServiceUnavailable').times(3).once();
    expect([await request('a'), await request('a')]).toEqual([503, 200]);
    expect(again.used).toBe(1);
  });

  test('a number of times, and always', async () => {
    const twice = eb.failRequest('ServiceUnavailable').times(2);
    expect([await request('a'), await request('a'), await request('a')]).toEqual([503, 503, 200]);
    expect(twice.used).toBe(2);
    const always = eb.failRequest('ServiceUnavailable').always();
    for (let n = 0; n < 5; n++) expect(await request('a')).toBe(503);
    expect(always.used).toBe(5);
    always.remove();
    expect(await request('a')).toBe(200);
    eb.verify();
  });

  test('as often as it has fired is too few', async () => {
    const fault = eb.failRequest('ServiceUnavailable').times(3);
    await request('a');
    await request('a');
    expect(failure(() => fault.times(2))).toContain('times: the fault has already fired twice: ');
    fault.times(4);
    expect(await request('a')).toBe(503);
    expect(await request('a')).toBe(503);
    expect(await request('a')).toBe(200);
  });

  test('one that was refused never fires', async () => {
    const fault = eb.failRequest('ServiceUnavailable');
    expect(() => fault.times(0)).toThrow('This one would never fire');
    expect(() => eb.failRequest('ServiceUnavailable').when({ nothing: 1 } as never)).toThrow('when: ');
    expect(await request('a')).toBe(200);
    eb.verify();
  });
});

describe('which', () => {
  test('the first fault that applies fires, and one fault for each request', async () => {
    eb.failRequest('ServiceUnavailable').when(withId('b'));
    eb.failRequest('InternalException');
    eb.failRequest({ name: 'Odd', status: 418 });
    expect([await request('a'), await request('a'), await request('a')]).toEqual([500, 418, 200]);
    expect([await request('a', 'b'), await request('b')]).toEqual([503, 200]);
  });

  test('of entries: an index, any, or a match', async () => {
    eb.failEntry(1, 'InternalFailure');
    expect(await accepted('a', 'b', 'c')).toEqual([true, false, true]);
    eb.failEntry('any', 'InternalFailure').times(2);
    expect(await accepted('a', 'b', 'c')).toEqual([false, false, true]);
    eb.failEntry(withId('c'), 'InternalFailure');
    expect(await accepted('a', 'b', 'c')).toEqual([true, true, false]);
    eb.failEntry(withId('c'), 'InternalFailure').when(withId('a'));
    expect(await accepted('a', 'c')).toEqual([true, true]);
    eb.reset();
    eb.failEntry('any', 'InternalFailure').when(withId('b')).always();
    expect(await accepted('a', 'b', 'b')).toEqual([true, false, false]);
  });

  test('an index waits for a request that has it', async () => {
    eb.failEntry(2, 'InternalFailure');
    expect(await accepted('a', 'b')).toEqual([true, true]);
    expect(await accepted('a', 'b', 'c')).toEqual([true, true, false]);
  });

  test('a predicate that throws does not fire, and the test is rejected', async () => {
    eb.failEntry(() => {
      throw new Error('in the match');
    }, 'InternalFailure');
    expect(await accepted('a')).toEqual([true]);
    expect(() => eb.verify()).toThrow('in the match');
  });
});

describe('a call', () => {
  test('fails in each attempt, and the fault counts once', async () => {
    const fault = eb.failCall('InternalException');
    const error = await put(eb, entry());
    expect(error).toMatchObject({ name: 'InternalException', $metadata: { attempts: 3 } });
    expect(fault.used).toBe(1);
    expect((await put(eb, entry())).FailedEntryCount).toBe(0);
    eb.verify();
  });

  test('fails no more once the fault is removed', async () => {
    const fault = eb.failCall('InternalException').always();
    const held = eb.hold().times(2);
    const sending = put(eb, entry());
    await held.reached();
    held.release();
    fault.remove();
    expect((await sending).FailedEntryCount).toBe(0);
  });

  test('fails no more once the fault is removed between two of its attempts', async () => {
    const fault = eb.failCall('InternalException');
    const [first, second] = [eb.hold(), eb.hold()];
    const sending = put(eb, entry());
    await first.reached();
    first.release();
    await second.reached();
    fault.remove();
    second.release();
    expect(await sending).toMatchObject({ FailedEntryCount: 0, $metadata: { attempts: 2 } });
    expect(fault.used).toBe(1);
  });
});

describe('chance', () => {
  test('1 is always, and a number of times limits it', async () => {
    const fault = eb.failRequest('ServiceUnavailable').withProbability(1);
    for (let n = 0; n < 4; n++) expect(await request('a')).toBe(503);
    fault.remove();
    eb.failRequest('ServiceUnavailable').times(2).withProbability(1);
    expect([await request('a'), await request('a'), await request('a')]).toEqual([503, 503, 200]);
    eb.failRequest('ServiceUnavailable').withProbability(1).once();
    expect([await request('a'), await request('a')]).toEqual([503, 200]);
  });
});

describe('a hold', () => {
  test('counts what waits, lets it go, and holds nothing afterwards', async () => {
    const held = eb.hold().times(3);
    expect(held.waiting).toBe(0);
    const sending = [request('a'), request('b')];
    await held.reached();
    await turn();
    expect(held.waiting).toBe(2);
    expect(eb.events).toEqual([]);
    held.release();
    expect(await Promise.all(sending)).toEqual([200, 200]);
    expect(held.waiting).toBe(0);
    expect(await request('c')).toBe(200);
    expect(eb.events).toHaveLength(3);
    await held.reached();
  });

  test('answers with an error instead', async () => {
    const held = eb.hold().times(2);
    const sending = request('a');
    await held.reached();
    expect(failure(() => held.fail('Throttled' as never))).toMatch(/^fail: "Throttled" is not an error/);
    held.fail({ name: 'Odd', status: 418 });
    expect(await sending).toBe(418);
    expect(await request('b')).toBe(418);
    expect(eb.events).toEqual([]);
  });

  test.each([
    ['remove() took the hold back', (held: { remove(): void }) => held.remove()],
    ['eb.reset() removed the hold', () => eb.reset()],
  ])('%s: what waits is let go, and who waits for a request is rejected', async (why, end) => {
    const held = eb.hold();
    const waiting = held.reached();
    end(held);
    await expect(waiting).rejects.toThrow(`hold().reached(): ${why} before it held a request.`);
    await expect(held.reached()).rejects.toThrow(why);
    expect(await request('a')).toBe(200);
  });

  test('that is removed lets go of what it holds, twice if need be', async () => {
    const held = eb.hold();
    const sending = request('a');
    await held.reached();
    held.remove();
    held.remove();
    expect(await sending).toBe(200);
    await held.reached();
  });
});

test('a handle of before reset() changes nothing, and says so', () => {
  const fault = eb.failRequest('ServiceUnavailable');
  const held = eb.hold();
  eb.reset();
  const calls: [string, () => unknown][] = [
    ['once', () => fault.once()],
    ['times', () => fault.times(2)],
    ['always', () => fault.always()],
    ['when', () => fault.when({ source: 'a' })],
    ['withProbability', () => fault.withProbability(0.5)],
    ['release', () => held.release()],
    ['fail', () => held.fail('InternalException')],
  ];
  for (const [name, call] of calls)
    expect(failure(call)).toMatch(
      new RegExp(
        `^${name}: eb\\.reset\\(\\) has removed this fault: .* Declare it in the test that needs it\\.$`,
      ),
    );
  fault.remove();
  eb.verify();
});

test('a delay is a number of milliseconds that a timer takes', () => {
  for (const milliseconds of [2 ** 31, Number.NaN, Number.POSITIVE_INFINITY, -0.1, '5', undefined])
    expect(failure(() => eb.delay(milliseconds as never))).toMatch(
      /^delay: pass milliseconds, 0 or more, not /,
    );
  eb.delay(2 ** 31 - 1).remove();
});

test.each([
  ['refuseConnection()', () => eb.refuseConnection()],
  ['resetConnection()', () => eb.resetConnection()],
  ['timeout()', () => eb.timeout()],
  ['failDns()', () => eb.failDns()],
  ['loseResponse()', () => eb.loseResponse()],
  ['garbleResponse("html")', () => eb.garbleResponse()],
  ['garbleResponse("cut-off")', () => eb.garbleResponse('cut-off')],
  ['garbleResponse("empty")', () => eb.garbleResponse('empty')],
  ['delay(5)', () => eb.delay(5)],
  ['hold()', () => eb.hold()],
  ['failEntry(match, "InternalFailure")', () => eb.failEntry({ source: 'a' }, 'InternalFailure')],
  ['failEntry(3, "InternalFailure")', () => eb.failEntry(3, 'InternalFailure')],
  ['failEntry("any", "Odd")', () => eb.failEntry('any', { ErrorCode: 'Odd', ErrorMessage: '' })],
  ['failCall("Odd")', () => eb.failCall({ name: 'Odd', status: 500 })],
])('%s is named as it was declared', (declaration, declare) => {
  declare();
  expect(failure(() => eb.verify())).toContain(
    `  ${declaration} fired 0 of 1 times (declared at test/faults/fault-handle.test.ts:…)`,
  );
});

test.each([
  ['once', [1], 'once takes no arguments'],
  ['times', [1, 2], 'times takes only number'],
  ['always', [1], 'always takes no arguments'],
  ['when', [{ source: 'a' }, 1], 'when takes only match'],
  ['withProbability', [1, 2], 'withProbability takes only probability'],
  ['remove', [1], 'remove takes no arguments'],
  ['reached', [1], 'reached takes no arguments'],
  ['release', [1], 'release takes no arguments'],
  ['fail', ['InternalException', 1], 'fail takes only error'],
])('%s refuses arguments that it would ignore', (name, args, text) => {
  const held = eb.hold();
  expect(failure(() => Reflect.apply(Reflect.get(held, name), held, args))).toContain(text);
});

test.each(['refuseConnection', 'resetConnection', 'timeout', 'failDns', 'loseResponse'])(
  '%s refuses arguments that it would ignore',
  (name) => {
    expect(failure(() => Reflect.apply(Reflect.get(eb, name), eb, [1]))).toContain(
      `${name} takes no arguments`,
    );
  },
);
