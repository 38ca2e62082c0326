import { expect, test } from '@jest/globals';
import { RulePattern } from '../../src/rules/rule-pattern';
import { RuleRegistry } from '../../src/rules/rule-registry';

const RULES = 1000;

test('finding and ordering rules does not look at all of them', () => {
  let looks = 0;
  const pattern = new RulePattern('{"source":["shop.orders"]}');
  const rules = Array.from({ length: RULES }, (_, i) => ({
    get name() {
      looks++;
      return `rule-${i}`;
    },
    bus: 'default',
    pattern,
    target: undefined,
    location: undefined,
  }));
  const registry = new RuleRegistry();
  for (const [i, rule] of rules.entries()) {
    expect(registry.find(`rule-${i}`, 'default')).toBeUndefined();
    registry.add(rule);
  }
  const [first, , third] = rules;
  if (first === undefined || third === undefined) throw new Error('there are too few rules');
  expect(registry.inOrder([third, first])).toEqual([first, third]);
  expect(looks).toBeLessThan(5 * RULES);
});
