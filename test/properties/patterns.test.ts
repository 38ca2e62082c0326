import assert from 'node:assert/strict';
import { describe, test } from '@jest/globals';
import { type EventPattern, explain, matches } from 'fake-eventbridge';
import fc from 'fast-check';
import { applySuggestion } from '../pattern/apply-suggestion';
import { naivelyMatches } from '../pattern/naive-matcher';
import { expectBothVerdicts } from '../support/both-verdicts';

const name = fc.constantFrom('a', 'b', 'c');
const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('x', 1) },
  fc.constantFrom('y', 2, true, null),
);
const condition = fc.oneof(
  { weight: 4, arbitrary: scalar },
  {
    weight: 3,
    arbitrary: fc.constantFrom<object>(
      { exists: false },
      { exists: true },
      { prefix: 'x' },
      { 'anything-but': ['x', 'y'] },
      { 'anything-but': 1 },
    ),
  },
);
const conditions = fc.array(condition, { minLength: 1, maxLength: 2 });
const event = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'large' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(name, tie('value'), { minKeys: 2, maxKeys: 3 }),
})).object;
const pattern = fc.letrec((tie) => ({
  fields: fc.dictionary(name, fc.oneof({ maxDepth: 3 }, conditions, tie('fields')), {
    minKeys: 1,
    maxKeys: 3,
  }),
})).fields as fc.Arbitrary<Record<string, object>>;
const withOr = fc.oneof(
  { weight: 3, arbitrary: pattern },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pattern, pattern, pattern)
      .map(([one, other, beside]) => ({ ...beside, $or: [one, other] })),
  },
);
/** An array of objects under one name, the hardest case: most properties look into it. */
const listEvent = fc
  .array(
    fc.dictionary(
      name,
      fc.oneof({ weight: 3, arbitrary: scalar }, fc.array(scalar, { maxLength: 2 }), event),
      { maxKeys: 4 },
    ),
    {
      maxLength: 4,
    },
  )
  .map((a) => ({ a }));
const listPattern = fc
  .dictionary(name, fc.oneof({ weight: 4, arbitrary: conditions }, pattern), { minKeys: 2, maxKeys: 3 })
  .map((a) => ({ a }));

// With assert, because the expect of Jest takes longer than matching does, and these are thousands of runs.
const agree = (asked: object, given: object) => {
  const wanted = naivelyMatches(asked as never, given as never);
  assert.equal(matches(asked as EventPattern, given), wanted);
  assert.equal(matches(JSON.stringify(asked), JSON.stringify(given, null, 1)), wanted);
  assert.equal(explain(asked as EventPattern, given).matches, wanted);
};

describe('matching agrees with the naive matcher', () => {
  test.each<[string, fc.Arbitrary<object>, fc.Arbitrary<object>]>([
    ['any patterns and events', withOr, event as fc.Arbitrary<object>],
    ['fields of arrays', listPattern, listEvent],
  ])('on %s', (_, patterns, events) => {
    expectBothVerdicts(
      fc.tuple(patterns, events),
      ([asked, given]) => naivelyMatches(asked as never, given as never),
      25,
    );
    fc.assert(fc.property(patterns, events, agree), { numRuns: 800 });
  });

  test('where names have dots, so that a path has several sources', () => {
    const dotted = fc.constantFrom('a', 'b', 'a.b', 'a.c', 'b.c', 'a.b.c');
    const small = fc.dictionary(
      dotted,
      fc.oneof(scalar, fc.array(fc.oneof(scalar, event), { maxLength: 3 })),
      {
        maxKeys: 3,
      },
    );
    const given = fc.dictionary(
      dotted,
      fc.oneof(scalar, fc.array(fc.oneof(scalar, small), { maxLength: 3 }), small),
      {
        maxKeys: 4,
      },
    );
    const asked = fc.dictionary(dotted, conditions, { minKeys: 1, maxKeys: 4 });
    fc.assert(fc.property(asked, given, agree), { numRuns: 500 });
  });
});

describe('whenever explain says why a pattern does not match', () => {
  /** Branches with names of their own: what a branch requires can be true together with the fields beside it. */
  const asked = fc.oneof(
    pattern,
    listPattern,
    fc
      .tuple(listPattern, pattern, pattern)
      .map(([beside, d, e]) => ({ ...beside, $or: [{ d }, { e, d: { f: ['x'] } }] })),
  );

  test.each<[string, fc.Arbitrary<object>]>([
    ['any event', event as fc.Arbitrary<object>],
    ['lists', listEvent],
  ])('doing what it suggests makes each field match, and the whole: %s', (_, events) => {
    expectBothVerdicts(
      fc.tuple(asked, events),
      ([one, given]) => naivelyMatches(one as never, given as never),
      5,
    );
    fc.assert(
      fc.property(asked, events, (one, given) => {
        const { matches: isMatch, fields } = explain(one as EventPattern, given);
        assert.equal(isMatch, naivelyMatches(one as never, given as never));
        if (isMatch) {
          assert.deepEqual(fields, []);
          return;
        }
        assert.notEqual(fields.length, 0);
        const whole = structuredClone(given) as Record<string, unknown>;
        for (const { path, suggestion } of fields) {
          if (suggestion === undefined) throw new Error(`nothing is suggested for ${path}`);
          applySuggestion(whole, path, suggestion);
        }
        assert.equal(naivelyMatches(one as never, whole as never), true);
      }),
      { numRuns: 500 },
    );
  });
});
