import { expect, test } from '@jest/globals';
import { CallSite } from '../../src/base/call-site';
import { Deliveries } from '../../src/rules/deliveries';
import { RulePattern } from '../../src/rules/rule-pattern';
import { RuleRegistry } from '../../src/rules/rule-registry';
import { SentEntry } from '../../src/service/sent-entry';

const RULES = 1000;

/** The index of rules finds a rule of a source and a detail type before one of the source alone. */
const patternOf = (i: number) => {
  if (i === 0) return '{"source":["shop.orders"]}';
  if (i === 2) return '{"source":["shop.orders"],"detail-type":["OrderPlaced"]}';
  return `{"source":["shop-${i}"]}`;
};

function acceptedEvent(): SentEntry {
  const raw = { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' };
  const event = new SentEntry(raw, 0, { region: 'us-east-1', account: '123456789012' });
  event.result = { id: 'e-1', time: '2026-01-01T00:00:00Z', isDropped: false, traceHeader: undefined };
  return event;
}

test('finding and ordering rules does not look at all of them', () => {
  let looks = 0;
  const site = new CallSite(patternOf);
  const rules = Array.from({ length: RULES }, (_, i) => ({
    get name() {
      looks++;
      return `rule-${i}`;
    },
    bus: 'default',
    pattern: new RulePattern(patternOf(i)),
    target: undefined,
    site,
  }));
  const registry = new RuleRegistry();
  for (const [i, rule] of rules.entries()) {
    expect(registry.find(`rule-${i}`, 'default')).toBeUndefined();
    registry.add(rule);
  }
  const event = acceptedEvent();
  registry.dispatch([event], new Deliveries());
  expect(event.matchedRules).toEqual(['rule-0', 'rule-2']);
  expect(looks).toBeLessThan(5 * RULES);
});
