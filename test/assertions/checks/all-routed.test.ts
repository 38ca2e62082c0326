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
  expect(text).toContain('Expected every event to match a rule, but 1 event matches none.');
  expect(text).toContain('EventBridge discards it without an error.');
  expect(text).toContain('eb.events[0] does not match a rule. The nearest is "near": [rule-mismatch]');
  expect(text).toContain('Fix the event or the pattern of the rule, or declare the missing rule');
});

test('of two that are equally near, the first', async () => {
  eb.rule('one', { source: ['billing'] });
  eb.rule('two', { 'detail-type': ['Paid'] });
  await send(eb, order('o-1'));
  expect(failure(() => eb.assertAllRouted())).toContain('The nearest is "one"');
});

test('a bus without rules: the rule of another bus is named if it matches', async () => {
  eb.rule('paid', { 'detail-type': ['OrderPaid'] }, { bus: 'orders' });
  await send(eb, event('OrderPaid'), event('OrderShipped'));
  const text = failure(() => eb.assertAllRouted());
  expect(text).toContain('Expected every event to match a rule, but 2 events match none.');
  expect(text).toContain('EventBridge discards them without an error.');
  expect(text).toContain(
    'eb.events[0] is on the bus "default", which has no rule. The pattern of the rule "paid" matches, but that rule is on the bus "orders". [no-rule-on-bus]',
  );
  expect(text).toContain('eb.events[1] is on the bus "default", which has no rule. [no-rule-on-bus]');
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
  expect(text).toContain('but 2 events match none.');
  expect(text.match(/\[unknown-bus\]/g)).toHaveLength(2);
  expect(text).not.toContain('Received, matching no rule:');
});

test('without a rule, the assertion is wrong', () => {
  expect(failure(() => eb.assertAllRouted())).toContain('assertAllRouted: no rule is declared.');
});

test('events on two buses that do not exist are counted for each bus', async () => {
  eb.rule('paid', { 'detail-type': ['OrderPaid'] });
  const to = (EventBusName: string) => ({ ...order('o-1'), EventBusName });
  await send(eb, to('ordres'), to('ordres'), to('adit'));
  const text = failure(() => eb.assertAllRouted());
  expect(text).toContain('dropped 2 events: the bus "ordres" does not exist.');
  expect(text).toContain('dropped 1 event: the bus "adit" does not exist.');
  expect(text).not.toContain('Received, matching no rule:');
});

test('the nearest rule is named for the first three events', async () => {
  eb.rule('paid', { 'detail-type': ['OrderPaid'] });
  for (let n = 0; n < 4; n++) await send(eb, order(`o-${n}`));
  const text = failure(() => eb.assertAllRouted());
  expect(text.match(/\[rule-mismatch\]/g)).toHaveLength(3);
});
