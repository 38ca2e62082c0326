import { beforeAll, describe, expect, test } from '@jest/globals';
import { type AnyEvents, fakeEventBridge, type Match, pattern } from 'fake-eventbridge';
import sinon from 'sinon';
import { failure } from '../support/failure';
import { entry, put } from '../support/put-events';

const eb = fakeEventBridge();
const detail = { orderId: 'o-1', total: 5, items: [{ sku: 'a' }], note: null };
beforeAll(async () => {
  await put(eb, entry({ Detail: JSON.stringify(detail) }));
});

/** How a condition is described where it does not hold. */
const described = (condition: unknown) => {
  const text = failure(() => eb.assertPublished({ detail: { orderId: condition as never } }));
  return /^ *detail\.orderId: expected (.*), received "o-1"/m.exec(text)?.[1];
};

describe('a condition is described as it is written', () => {
  test.each<[string, unknown]>([
    ['expect.any(Number)', expect.any(Number)],
    ['expect.stringContaining("x")', expect.stringContaining('x')],
    ['expect.not.stringContaining("o-1")', expect.not.stringContaining('o-1')],
    ['expect.stringMatching(/x/)', expect.stringMatching('x')],
    ['expect.not.stringMatching(/o/)', expect.not.stringMatching('o')],
    ['expect.arrayContaining(["x"])', expect.arrayContaining(['x'])],
    ['expect.not.objectContaining({ length: 3 })', expect.not.objectContaining({ length: 3 })],
    ['sinon.match(typeOf("number"))', sinon.match.number],
    ['sinon.match(/x/)', sinon.match(/x/)],
    ['/x/i', /x/i],
    [
      'the predicate isLarge to return true',
      function isLarge() {
        return false;
      },
    ],
    ['the predicate to return true', () => false],
  ])('%s', (words, condition) => {
    expect(described(condition)).toBe(words);
  });

  test('a matcher of another library, by its name, and by what it says of itself', () => {
    const named = { asymmetricMatch: () => false, toString: () => 'Prime' };
    expect(described(named)).toBe('Prime');
    expect(described({ ...named, toAsymmetricMatcher: () => 'Prime<above 2>' })).toBe('Prime<above 2>');
    expect(described({ ...named, sample: String })).toBe('Prime');
    expect(described({ ...named, sample: 5, toString: () => 'Any' })).toBe('Any');
    expect(described({ ...named, toString: () => 'StringContaining' })).toBe('StringContaining');
  });

  test('a pattern', () => {
    expect(described(pattern({ length: [3] }))).toBe('pattern({"length":[3]})');
  });

  test('a matcher of Sinon with a message of its own', () => {
    expect(described(sinon.match(() => false, 'isPrime'))).toBe('sinon.match(isPrime)');
  });
});

describe('an expression', () => {
  test('is asked about strings alone', () => {
    eb.assertNotPublished({ detail: { total: /5/ as never } });
    eb.assertPublished({ detail: { orderId: /^o/ } });
  });

  test('that is global or sticky starts again for each event', () => {
    const global = /o/g;
    const sticky = /o/y;
    for (let n = 0; n < 3; n++) {
      eb.assertPublished({ detail: { orderId: global } });
      eb.assertPublished({ detail: { orderId: sticky } });
    }
    eb.assertPublished({ detail: { orderId: /O-1/gi } });
  });
});

describe('a predicate that returns a promise is an error', () => {
  const words = ': the predicate is async. It returns a promise, which counts as true for every event.';

  test.each<[string, Match<AnyEvents>]>([
    ['for the whole event', () => Promise.resolve(false) as never],
    ['inside of the detail', { detail: { orderId: () => Promise.resolve(false) as never } }],
    ['for a property', { detailType: () => Promise.resolve(false) as never }],
    ['that is declared async', (async () => false) as never],
    // biome-ignore lint/suspicious/noThenProperty: that is what is tested
    ['of a thenable', () => ({ then: (done: () => void) => done() }) as never],
    ['in a matcher', { detail: { asymmetricMatch: () => Promise.resolve(true) } as never }],
  ])('%s', (_, match) => {
    expect(failure(() => eb.assertPublished(match))).toBe(
      `assertPublished${words} Await what it needs first, and return true or false.`,
    );
    expect(failure(() => eb.assertNotPublished(match))).toContain(`assertNotPublished${words}`);
  });

  test('one that rejects does not end the process', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    const rejects = () => Promise.reject(new Error('nobody awaits it')) as never;
    expect(failure(() => eb.assertPublished(rejects))).toContain(words);
    await new Promise(setImmediate);
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  test('an object with a property `then` that is not a function is a value', () => {
    // biome-ignore lint/suspicious/noThenProperty: that is what is tested
    eb.assertPublished(() => ({ then: 1 }) as never);
  });

  test('nothing, null and 0 are false', () => {
    for (const result of [undefined, null, 0, '']) eb.assertNotPublished(() => result as never);
    for (const result of [1, 'x', {}, []]) eb.assertPublished(() => result as never);
  });
});

test('what a predicate throws is thrown to the test', () => {
  const cause = new RangeError('the predicate failed');
  const throws = () => {
    throw cause;
  };
  expect(() => eb.assertPublished(throws)).toThrow(cause);
  expect(() => eb.assertPublished({ detail: { orderId: throws } })).toThrow(cause);
});

describe('null', () => {
  test('is equal to null alone', () => {
    eb.assertPublished({ detail: { note: null } });
    eb.assertNotPublished({ detail: { missing: null } });
    eb.assertNotPublished({ detail: { note: undefined } });
  });
});
