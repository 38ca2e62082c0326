import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { gridOf } from '../../../../src/assertions/report/story/grid';
import { gridText } from '../../../../src/assertions/report/story/grid-text';
import { Journal } from '../../../../src/journal/journal';
import { LogicalEvents } from '../../../../src/journal/logical-events/logical-events';
import { messageOf } from '../../../support/failure';
import { order, sendOrders } from '../../../support/story';

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
      '   ✓ accepted   ✗ rejected   ? accepted, but the response was lost   · not in this request',
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
  expect(gridOf(logicalEvents)).toEqual({ columns: [], rows: [], hiddenRows: 0, hiddenColumns: 0 });

  const lines = eb.timeline({ format: 'grid' }).split('\n');
  expect(lines).toHaveLength(15);
  expect(lines.at(-2)).toBe('   … 8 more events');
});

test('colours come from the style', () => {
  const cell = { status: 'accepted', isAnswered: true, isGuilty: true } as const;
  const grid = {
    columns: [{ request: 1, call: 1, attempt: 1 }],
    rows: [{ label: 'OrderPlaced', isGuilty: true, cells: [cell] }],
    hiddenRows: 0,
    hiddenColumns: 0,
  };
  const style = {
    expected: (text: string) => `<g>${text}</g>`,
    received: (text: string) => `<r>${text}</r>`,
    dim: (text: string) => text,
  };

  expect(gridText(grid, style)).toContain('-> OrderPlaced <r> [✓]</r>');
});

test('an event that was never sent has an empty row', async () => {
  const eb = fakeEventBridge();
  await sendOrders(eb.client(), 'o-1');

  const text = messageOf(() =>
    eb.assertNoEventLost([{ detail: { orderId: 'o-1' } }, { detail: { orderId: 'o-2' } }]),
  );

  expect(text).toContain(
    [
      '   request                          1',
      '   OrderPlaced {"orderId":"o-1"}    ✓',
      '-> { detail: { orderId: "o-2" } }   ·',
    ].join('\n'),
  );
});

describe('the text of a failure with many events and requests', () => {
  const names = Array.from({ length: 10 }, (_, i) => `o-${i + 1}`);
  const others = names.map((name) => order(name, { Source: 'shop.returns' }));

  /** Ten events resent nineteen times, and ten that are rejected. */
  async function manyRequests() {
    const eb = fakeEventBridge();
    const client = eb.client();
    for (let i = 0; i < 20; i++) await sendOrders(client, ...names);
    eb.failEntry({ source: 'shop.returns' }, 'ThrottlingException').always();
    for (let i = 0; i < 5; i++) await sendOrders(client, ...others);
    return eb;
  }

  test.each(['assertNoEventLost', 'assertNoDuplicates', 'assertOnlyFailedEntriesResent'] as const)(
    '%s has at most 40 lines, and says what it hides',
    async (method) => {
      const eb = await manyRequests();

      const text = messageOf(() => eb[method]());

      expect(text.split('\n').length).toBeLessThanOrEqual(40);
      expect(text).toMatch(/^ {3}… \d+ more events and 13 more requests$/m);
      expect(text).toMatch(/^ {2}… \d+ calls? not shown: console.log\(eb.timeline\(\)\)$/m);
    },
  );

  test('shows the requests that the failure is about', async () => {
    const eb = await manyRequests();

    const text = messageOf(() => eb.assertNoEventLost());

    // The last time that a lost event was sent is in request 25.
    expect(text).toMatch(/^ {3}request .* 1 {3}2 .* 11 {2}25$/m);
    expect(text).toMatch(/^-> OrderPlaced \{"orderId":"o-1"\} .*\[✗\]$/m);
  });
});
