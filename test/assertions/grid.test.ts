import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { gridOf } from '../../src/assertions/report/grid';
import { gridText } from '../../src/assertions/report/grid-text';
import { Journal } from '../../src/journal/journal';
import { LogicalEvents } from '../../src/journal/logical-events';
import { order, sendOrders } from '../support/story';

test('shows events by requests', async () => {
  const eb = fakeEventBridge();
  const client = eb.client();
  eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
  eb.loseResponse().when({ detail: { orderId: 'o-3' } });
  await sendOrders(client, 'o-1', 'o-2');
  await sendOrders(client, 'o-2', 'o-3');

  expect(eb.timeline({ format: 'grid' })).toBe(
    [
      '   request                         1   2   3',
      '   OrderPlaced {"orderId":"o-1"}   ✓   ·   ·',
      '   OrderPlaced {"orderId":"o-2"}   ✗   ?   ✓',
      '   OrderPlaced {"orderId":"o-3"}   ·   ?   ✓',
      '   ✓ accepted, ✗ rejected, ? accepted, but the response was lost',
    ].join('\n'),
  );
});

test('says so when nothing was sent', () => {
  expect(fakeEventBridge().timeline({ format: 'grid' })).toBe('No request has reached the fake.');
});

test('refuses another format', () => {
  const eb = fakeEventBridge();
  expect(() => eb.timeline({ format: 'table' as never })).toThrow(
    'timeline: format must be "calls" or "grid", not "table".',
  );
});

test('marks what a finding is about, and keeps its rows where others are hidden', async () => {
  const eb = fakeEventBridge();
  const client = eb.client();
  const journal = new Journal();
  const names = Array.from({ length: 10 }, (_, i) => `o-${i + 1}`);
  await sendOrders(client, ...names);
  await sendOrders(client, ...names.map((name) => order(name, { Source: 'shop.returns' })));
  const logicalEvents = new LogicalEvents({ journal, identify: undefined });
  expect(gridOf(logicalEvents)).toEqual({ columns: [], rows: [], hiddenRows: 0 });

  const lines = eb.timeline({ format: 'grid' }).split('\n');
  expect(lines).toHaveLength(15);
  expect(lines.at(-2)).toBe('   … and 8 more events');
});

test('colours come from the style', () => {
  const cell = { status: 'accepted', isAnswered: true, isGuilty: true } as const;
  const grid = {
    columns: [{ request: 1, call: 1, attempt: 1 }],
    rows: [{ label: 'OrderPlaced', isGuilty: true, cells: [cell] }],
    hiddenRows: 0,
  };
  const style = {
    expected: (text: string) => `<g>${text}</g>`,
    received: (text: string) => `<r>${text}</r>`,
    dim: (text: string) => text,
  };

  expect(gridText(grid, style)).toContain('-> OrderPlaced <r> [✓]</r>');
});
