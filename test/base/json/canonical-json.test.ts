import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/base/json/canonical-json';

/** The same value with the keys of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  );
}

test('texts that are equal as JSON come out equal', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(JSON.stringify(value));
      expect(canonicalJson(JSON.stringify(turned(value), null, 2))).toBe(text);
      expect(canonicalJson(text)).toBe(text);
    }),
  );
});

test('texts that are not come out different', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [first, second] = [a, b].map((value) => JSON.stringify(value));
      const same = canonicalJson(first ?? '') === canonicalJson(second ?? '');
      expect(same).toBe(
        JSON.stringify(JSON.parse(first ?? '')) === JSON.stringify(JSON.parse(second ?? '')) ||
          sameIgnoringOrder(a, b),
      );
    }),
  );
});

function sameIgnoringOrder(a: unknown, b: unknown): boolean {
  try {
    expect(JSON.parse(JSON.stringify(a))).toStrictEqual(JSON.parse(JSON.stringify(b)));
    return true;
  } catch {
    return false;
  }
}

test.each([
  ['{"b":1,"a":{"d":[],"c":{}}}', '{"a":{"c":{},"d":[]},"b":1}'],
  ['{ "a" : 1.0e2 }', '{"a":100}'],
  ['{"a!":1,"a":2}', '{"a":2,"a!":1}'],
  ['{"10":1,"9":2}', '{"10":1,"9":2}'],
  ['{"__proto__":1,"a":2}', '{"__proto__":1,"a":2}'],
  [
    '{ "b":12345678901234567, "a":"1234567890123456, 1" }',
    '{"a":"1234567890123456, 1","b":"\\u000012345678901234567e0"}',
  ],
  ['{"a":12345678901234567000.0}', '{"a":"\\u000012345678901234567e3"}'],
  ['{"a":1.2345678901234567e19}', '{"a":"\\u000012345678901234567e3"}'],
  ['{"a":1000000000000000000000.0}', '{"a":1e+21}'],
  ['{"a":1e400}', '{"a":"\\u00001e400"}'],
  [
    '{"a":-1000000000000000,"b":1.0384269642003921e-305}',
    '{"a":-1000000000000000,"b":"\\u000010384269642003921e-321"}',
  ],
  ['{"a":0e999}', '{"a":0}'],
  ['no JSON', 'no JSON'],
])('%s is %s', (text, canonical) => {
  expect(canonicalJson(text)).toBe(canonical);
});

test('nesting beyond the stack is left as it is', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);

  expect(canonicalJson(deep)).toBe(deep);
});
