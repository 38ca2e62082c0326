import { describe, expect, test } from '@jest/globals';
import { type EventPattern, explain, matches } from 'fake-eventbridge';
import fc from 'fast-check';
import { expectBothVerdicts } from '../../support/both-verdicts';
import { applySuggestion } from '../apply-suggestion';

describe('suggestions', () => {
  const scalar = fc.constantFrom<unknown>('x', 'y', 'Abc', '10.0.0.1', 1, 2.5, -3, true, null);
  const condition = fc.oneof(
    scalar,
    fc.constantFrom<unknown>(
      { prefix: 'ab' },
      { suffix: 'yz' },
      { 'equals-ignore-case': 'aBc' },
      { wildcard: 'a*\\*b' },
      { 'anything-but': ['x', 'other'] },
      { 'anything-but': [0, 1] },
      { 'anything-but': { prefix: 'o' } },
      { 'anything-but': { wildcard: '*' } },
      { numeric: ['>', 0, '<', 1] },
      { numeric: ['<=', -5] },
      { numeric: ['=', 7] },
      { exists: true },
      { exists: false },
      { cidr: '10.1.0.0/16' },
      { cidr: '2001:db8::/32' },
    ),
  );
  const conditions = fc.array(condition, { minLength: 1, maxLength: 3 });
  const asked = fc.record(
    {
      a: conditions,
      b: fc.record({ c: conditions, d: conditions }, { requiredKeys: ['c'] }),
      e: fc.record({ f: fc.record({ g: conditions, h: conditions }, { requiredKeys: ['g'] }) }),
    },
    { requiredKeys: [] },
  );
  const leaf = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
  const inner = fc.record({ c: leaf, d: leaf, g: leaf, h: leaf }, { requiredKeys: [] });
  const event = fc.record(
    {
      a: leaf,
      b: fc.oneof(inner, fc.array(inner, { maxLength: 3 }), scalar),
      e: fc.oneof(
        fc.record({ f: fc.oneof(inner, fc.array(inner, { maxLength: 3 })) }),
        fc.array(fc.record({ f: inner }), { maxLength: 2 }),
      ),
    },
    { requiredKeys: [] },
  );

  test('whenever a pattern does not match, doing what explain suggests makes it match', () => {
    const patterns = asked.filter((pattern) => Object.keys(pattern).length > 0);
    expectBothVerdicts(
      fc.tuple(patterns, event),
      ([pattern, original]) => matches(pattern as EventPattern, original),
      10,
    );
    fc.assert(
      fc.property(patterns, event, (pattern, original) => {
        const explanation = explain(pattern as EventPattern, original);
        expect(explanation.matches).toBe(matches(pattern as EventPattern, original));
        if (explanation.matches) return;
        expect(explanation.fields.length).toBeGreaterThan(0);
        for (const { path, suggestion } of explanation.fields) {
          // Alone, each makes its own field match.
          const changed = structuredClone(original) as Record<string, unknown>;
          if (suggestion !== undefined) applySuggestion(changed, path, suggestion);
          const left = explain(pattern as EventPattern, changed).fields.map((field) => field.path);
          expect(left).not.toContain(path);
        }
        const changed = structuredClone(original) as Record<string, unknown>;
        for (const { path, suggestion } of explanation.fields) {
          if (suggestion === undefined) throw new Error(`nothing is suggested for ${path}`);
          applySuggestion(changed, path, suggestion);
        }
        expect(explain(pattern as EventPattern, changed)).toMatchObject({ matches: true, fields: [] });
      }),
      { numRuns: 500 },
    );
  });
});
