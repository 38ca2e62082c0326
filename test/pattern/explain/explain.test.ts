import { describe, expect, test } from '@jest/globals';
import { type EventPattern, explain } from 'fake-eventbridge';

const causes = (asked: object, event: object) => String(explain(asked as EventPattern, event));

describe('each cause in words', () => {
  test.each<[string, object, object, string]>([
    ['missing', { a: { b: ['x'] } }, { a: {} }, 'a.b: expected "x", received nothing: it is missing'],
    [
      'another type',
      { total: [4200] },
      { total: '4200' },
      'total: expected 4200, received "4200": it is a string, and the pattern requires a number',
    ],
    [
      'another case',
      { state: ['Open', 'done'] },
      { state: 'open' },
      'state: expected "Open" or "done", received "open": it differs only in case',
    ],
    [
      'out of range',
      { n: [{ numeric: ['>', 0, '<=', 5] }] },
      { n: 7 },
      'n: expected a number above 0 and at most 5, received 7: it is outside the range',
    ],
    [
      'there, and should not be',
      { a: [{ exists: false }] },
      { a: null },
      'a: expected no value, received null: it has a value, and the pattern requires none',
    ],
    [
      'another value',
      { a: [{ prefix: 'x' }] },
      { a: ['y', 'z'] },
      'a: expected a string that begins with "x", received "y", "z": it has another value',
    ],
    [
      'an array whose elements match only separately',
      { items: { sku: ['a'], n: [2] } },
      {
        items: [
          { sku: 'a', n: 1 },
          { sku: 'b', n: 2 },
        ],
      },
      'items.sku: expected "a", received "a", "b": it matches in one element of the array, but the other conditions on that array match only in other elements\nitems.n: expected 2, received 1, 2: it matches in one element of the array, but the other conditions on that array match only in other elements',
    ],
  ])('%s', (_, asked, event, text) => {
    expect(causes(asked, event)).toBe(text);
  });

  test('numbers of a JSON string as they are written, and nothing suggested that would not match', () => {
    const explanation = explain('{"a":[9007199254740993],"b":["x"]}', '{"a":9007199254740992.0,"b":1e400}');
    expect(String(explanation)).toBe(
      'a: expected 9007199254740993, received 9007199254740992.0: it has another value\nb: expected "x", received 1e400: it is a number, and the pattern requires a string',
    );
    expect(explanation.fields.map(({ suggestion }) => suggestion)).toEqual([undefined, { set: 'x' }]);
  });

  test('many values: the first of them, and how many more', () => {
    expect(causes({ a: ['x'] }, { a: [1, [2], 3, 4, 5, 6, 7] })).toBe(
      'a: expected "x", received 1, 2, 3, 4, 5 and 2 more: 1 is a number, and the pattern requires a string',
    );
  });

  test('long values are shortened in the text, and complete in the data', () => {
    const long = 'x'.repeat(1_000_000);
    const explanation = explain({ a: ['b'], n: [1] }, { a: long, n: long });
    const shown = `"${'x'.repeat(119)} … (999882 characters)`;
    expect(String(explanation)).toBe(
      `a: expected "b", received ${shown}: it has another value\nn: expected 1, received ${shown}: it is a string, and the pattern requires a number`,
    );
    expect(explanation.fields[0]?.received).toEqual([JSON.stringify(long)]);
  });

  test('of many numbers outside a range, and of many alternatives, the first are shown', () => {
    const many = Array.from({ length: 1000 }, (_, i) => i);
    expect(causes({ n: [{ numeric: ['<', 0] }] }, { n: many })).toBe(
      'n: expected a number below 0, received 0, 1, 2, 3, 4 and 995 more: they are outside the range',
    );
    expect(causes({ n: many }, { n: -1 })).toBe(
      'n: expected 0 or 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 or one of 990 more, received -1: it has another value',
    );
  });

  test('a field that should not be in the element that the others chose', () => {
    expect(
      causes({ items: { sku: ['a'], void: [{ exists: false }] } }, { items: [{ sku: 'a', void: 1 }, {}] }),
    ).toBe(
      'items.sku: expected "a", received "a": it matches in one element of the array, but the other conditions on that array match only in other elements\nitems.void: expected no value, received 1: it has a value, and the pattern requires none',
    );
  });

  test('of $or the branch with the fewest differences', () => {
    expect(causes({ $or: [{ a: ['x'], b: ['y'] }, { c: ['z'] }] }, { a: 'q' })).toBe(
      'c: expected "z", received nothing: it is missing',
    );
  });

  test('nothing to explain', () => {
    const explanation = explain({ a: ['x'] }, { a: 'x' });
    expect(explanation).toMatchObject({ matches: true, fields: [] });
    expect(String(explanation)).toBe('The event matches.');
  });
});

describe('branches of $or', () => {
  const asked = { $or: [{ a: [1], b: [2] }, { c: [3] }, { d: [4] }] };

  test('one that matches is enough', () => {
    expect(explain(asked, { d: 4 })).toMatchObject({ matches: true, fields: [] });
  });

  test('the nearest one is explained, and the first of several', () => {
    const paths = (event: object) => explain(asked, event).fields.map(({ path }) => path);

    expect(paths({})).toEqual(['c']);
    expect(paths({ a: 1 })).toEqual(['b']);
    expect(paths({ c: 1 })).toEqual(['c']);
  });
});

test('fields that share no array are explained one by one', () => {
  const { fields } = explain({ a: { x: [1] }, b: { x: [2] } }, { a: [{ x: 1 }], b: [{ x: 1 }] });

  expect(fields.map(({ path }) => path)).toEqual(['b.x']);
});

test('an array whose fields match together is not explained beside one whose fields do not', () => {
  const { fields } = explain(
    { ab: { x: [1], y: [1] }, ac: { x: [2], y: [2] } },
    { ab: [{ x: 1, y: 1 }], ac: [{ x: 2 }, { y: 2 }] },
  );

  expect(fields.map(({ path }) => path)).toEqual(['ac.x', 'ac.y']);
});

test('five values are shown', () => {
  expect(String(explain({ a: ['x'] }, { a: ['a', 'b', 'c', 'd', 'e'] }))).toBe(
    'a: expected "x", received "a", "b", "c", "d", "e": it has another value',
  );
});
