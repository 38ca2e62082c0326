import { describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import { request } from './request-as-an-sdk';

/** How many attempts each call had. */
const attempts = (eb: FakeEventBridge) => eb.calls.map((call) => call.attempts.length);

describe('a request belongs to the call that it is an attempt of', () => {
  test('when it has the id of the call, the next number, and the same entries', async () => {
    const eb = fakeEventBridge();
    eb.failRequest('InternalException').times(2);
    await request(eb, ['a'], { id: 'i', attempt: 'attempt=1; max=3' });
    await request(eb, ['a'], { id: 'i', attempt: 'attempt=2; max=3' });
    await request(eb, ['a'], { id: 'i', attempt: 'attempt=3; max=3' });
    expect(attempts(eb)).toEqual([3]);
    expect(eb.calls[0]?.attempts.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test.each<[string, readonly string[], { id?: string; attempt?: string }]>([
    ['of other entries', ['b'], { id: 'i', attempt: 'attempt=2; max=3' }],
    ['of more entries', ['a', 'b'], { id: 'i', attempt: 'attempt=2; max=3' }],
    ['of no entries', [], { id: 'i', attempt: 'attempt=2; max=3' }],
    ['of another id', ['a'], { id: 'j', attempt: 'attempt=2; max=3' }],
    ['without an id', ['a'], { attempt: 'attempt=2; max=3' }],
    ['that is the first', ['a'], { id: 'i', attempt: 'attempt=1; max=3' }],
    ['that skips a number', ['a'], { id: 'i', attempt: 'attempt=3; max=3' }],
  ])('and not one %s', async (_, ids, headers) => {
    const eb = fakeEventBridge();
    eb.failRequest('InternalException');
    await request(eb, ['a'], { id: 'i', attempt: 'attempt=1; max=3' });
    await request(eb, ids, headers);
    expect(attempts(eb)).toEqual([1, 1]);
  });

  test('also when the client does not number its attempts', async () => {
    const eb = fakeEventBridge();
    eb.failRequest('InternalException').times(2);
    await request(eb, ['a'], { id: 'i' });
    await request(eb, ['a'], { id: 'i' });
    await request(eb, ['a'], { id: 'i' });
    expect(attempts(eb)).toEqual([3]);
  });

  test('but not to one that was answered with 200: the SDK never retries that', async () => {
    const eb = fakeEventBridge();
    eb.failEntry('any', 'InternalFailure');
    await request(eb, ['a'], { id: 'i', attempt: 'attempt=1; max=3' });
    await request(eb, ['a'], { id: 'i', attempt: 'attempt=2; max=3' });
    expect(attempts(eb)).toEqual([1, 1]);
  });
});

describe('two equal calls with one id, as with a mocked crypto.randomUUID', () => {
  test('an attempt belongs to the one whose last attempt has ended', async () => {
    const eb = fakeEventBridge();
    const held = eb.hold();
    const first = request(eb, ['a'], { id: 'i', attempt: 'attempt=1; max=3' });
    await held.reached();
    eb.failRequest('InternalException');
    await request(eb, ['a'], { id: 'i', attempt: 'attempt=1; max=3' });
    await request(eb, ['a'], { id: 'i', attempt: 'attempt=2; max=3' });
    expect(attempts(eb)).toEqual([1, 2]);
    held.release();
    expect(await first).toBe(200);
  });

  test('if neither has ended, to the one that began first', async () => {
    const eb = fakeEventBridge();
    const held = eb.hold().times(3);
    const numbers = ['attempt=1; max=3', 'attempt=1; max=3', 'attempt=2; max=3'];
    const all = numbers.map((attempt) => request(eb, ['a'], { id: 'i', attempt }));
    await held.reached();
    await new Promise(setImmediate);
    expect(held.waiting).toBe(3);
    expect(attempts(eb)).toEqual([2, 1]);
    held.release();
    await Promise.all(all);
  });
});
