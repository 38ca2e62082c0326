import { beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../../support/failure';
import { event, order, send } from '../failures/given';

const eb = fakeEventBridge({ buses: ['orders', 'audit'] });
beforeEach(() => eb.reset());

test('the nearest rule is the one with the fewest fields that do not match', async () => {
  eb.rule('far', { source: ['billing'], 'detail-type': ['Paid'], detail: { total: [1] } });
  eb.rule('near', { source: ['shop.orders'], detail: { total: [{ numeric: ['>', 100] }] } });
  eb.rule('also-far', { source: ['billing'], detail: { total: [1] } });
  await send(eb, order('o-1', { total: 50 }));
  const text = failure(() => eb.assertAllRouted());
  expect(text).toContain('Expected every event to match one of the 3 rules, but 1 event does not.');
  expect(text).toContain('EventBridge discards it without an error.');
  expect(text).toContain('The rule "near" is the nearest to eb.events[0], but does not match: ');
  expect(text).toContain('Fix the event or the pattern of the rule.');
});

test('of two that are equally near, the first', async () => {
  eb.rule('one', { source: ['billing'] });
  eb.rule('two', { 'detail-type': ['Paid'] });
  await send(eb, order('o-1'));
  expect(failure(() => eb.assertAllRouted())).toContain('The rule "one" is the nearest to eb.events[0]');
});

test('a bus without rules: the rule of another bus is named if it matches', async () => {
  eb.rule('paid', { 'detail-type': ['OrderPaid'] }, { bus: 'orders' });
  await send(eb, event('OrderPaid'), event('OrderShipped'));
  const text = failure(() => eb.assertAllRouted());
  expect(text).toContain('Expected every event to match the only rule, but 2 events do not.');
  expect(text).toContain('EventBridge discards them without an error.');
  expect(text).toContain(
    'The bus "default" of eb.events[0] has no rule. The rule "paid" matches it, but is on the bus "orders".',
  );
  expect(text).toContain('The bus "default" of eb.events[1] has no rule. [no-rule-on-bus]');
  expect(text).toContain('Received, matching no rule:');
});

test('events that were dropped reach no rule, either', async () => {
  eb.rule('all', { source: ['shop.orders'] });
  await send(
    eb,
    order('o-1'),
    order('o-2', {}, { EventBusName: 'order' }),
    order('o-3', {}, { EventBusName: 'x' }),
  );
  const text = failure(() => eb.assertAllRouted());
  expect(text).toContain('but 2 events do not.');
  expect(text.match(/\[unknown-bus\]/g)).toHaveLength(2);
  expect(text).not.toContain('Received, matching no rule:');
});

test('without a rule, the assertion is wrong', () => {
  expect(failure(() => eb.assertAllRouted())).toContain('assertAllRouted: no rule is declared.');
});
