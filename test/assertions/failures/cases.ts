import { type AnyEvents, type FakeEventBridge, type Match, pattern } from '../../../src/index.js';
import { event, order, orderSchema, send } from './given.js';

/** A failing assertion: what happens before it, and its arguments. */
export interface FailureCase {
  readonly why: string;
  /** The buses that exist beside `default`. */
  readonly buses?: readonly string[];
  /** What the code under test has done, and what was declared before. */
  readonly given: (eb: FakeEventBridge) => unknown;
  /** The bus that the assertion is limited to. */
  readonly bus?: string;
  /** Whether the opposite is asserted. */
  readonly not?: boolean;
  readonly args: readonly unknown[];
}

/** An assertion as matcher and as method, and the ways in which it fails. */
export interface Assertion {
  readonly matcher?: string;
  readonly method: string;
  /** The method for the opposite. */
  readonly notMethod?: string;
  readonly about: string;
  readonly cases: readonly FailureCase[];
}

/** Checks the type of a match where it is written. */
const match = (written: Match<AnyEvents>): unknown => written;

const published: Assertion = {
  matcher: 'toHavePublished',
  method: 'assertPublished',
  notMethod: 'assertNotPublished',
  about: 'At least one event matches.',
  cases: [
    {
      why: 'nothing was published',
      given: () => {},
      args: [match({ detailType: 'OrderPlaced' })],
    },
    {
      why: 'the call was not awaited',
      given: (eb) => {
        void send(eb, order('o-1'));
      },
      args: [match({ detailType: 'OrderPlaced' })],
    },
    {
      why: 'another event was published',
      given: async (eb) => {
        await send(eb, order('o-1', { total: 5 }), order('o-2', { total: 7, items: [{ sku: 'b' }] }));
        await send(eb, event('OrderPaid'), event('OrderShipped'));
      },
      args: [
        match({ detailType: 'OrderPlaced', detail: { orderId: 'o-2', total: 8, items: [{ sku: 'a' }] } }),
      ],
    },
    {
      why: 'a number was sent as a string',
      given: (eb) => send(eb, order('o-1', { total: '42' })),
      args: [match({ detail: { orderId: 'o-1', total: 42 } })],
    },
    {
      why: 'the detail type differs only in case',
      given: (eb) => send(eb, order('o-1'), event('OrderPaid')),
      args: [match({ detailType: 'orderPlaced' })],
    },
    {
      why: 'a property of the detail has another name',
      given: (eb) => send(eb, order('o-1', { customer_id: 'c-1' })),
      args: [match({ detail: { orderId: 'o-1', customerId: 'c-1' } })],
    },
    {
      why: 'a time is in another format',
      given: (eb) => send(eb, order('o-1', { at: '2026-01-02T03:04:05Z' })),
      args: [match({ detail: { at: new Date('2026-01-02T03:04:05Z') } })],
    },
    {
      why: 'the detail was stringified twice',
      given: (eb) =>
        send(eb, order('o-1', {}, { Detail: JSON.stringify(JSON.stringify({ orderId: 'o-1' })) })),
      args: [match({ detail: { orderId: 'o-1' } })],
    },
    {
      why: 'a part of the detail was stringified on its own',
      given: (eb) => send(eb, order('o-1', { customer: JSON.stringify({ name: 'Ada' }) })),
      args: [match({ detail: { customer: { name: 'Ada' } } })],
    },
    {
      why: 'the entry was rejected, inside a response with HTTP 200',
      given: async (eb) => {
        eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
        await send(eb, order('o-1'), order('o-2'));
      },
      args: [match({ detail: { orderId: 'o-2' } })],
    },
    {
      why: 'the entry was rejected each time it was sent',
      given: async (eb) => {
        eb.failEntry('any', 'ThrottlingException').times(3);
        for (let attempt = 1; attempt <= 3; attempt++) await send(eb, order('o-1'));
      },
      args: [match({ detail: { orderId: 'o-1' } })],
    },
    {
      why: 'the entry was rejected, and resending cannot succeed',
      given: (eb) => send(eb, order('o-1', {}, { Source: 'aws.orders' })),
      args: [match({ detail: { orderId: 'o-1' } })],
    },
    {
      why: 'the whole request was refused',
      given: async (eb) => {
        eb.failCall('AccessDeniedException');
        await send(eb, order('o-1'));
      },
      args: [match({ detail: { orderId: 'o-1' } })],
    },
    {
      why: 'no response arrived',
      given: async (eb) => {
        eb.refuseConnection().times(3);
        await send(eb, order('o-1'));
      },
      args: [match({ detail: { orderId: 'o-1' } })],
    },
    {
      why: 'something else was rejected',
      given: (eb) => send(eb, order('o-1', {}, { DetailType: '' })),
      args: [match({ detailType: 'OrderPaid' })],
    },
    {
      why: 'the event was accepted and dropped: its bus does not exist',
      buses: ['orders'],
      given: (eb) => send(eb, order('o-1', {}, { EventBusName: 'order' })),
      args: [match({ bus: 'orders', detail: { orderId: 'o-1' } })],
    },
    {
      why: 'the right event is on another bus',
      given: (eb) => send(eb, order('o-1')),
      args: [match({ bus: 'orders', detailType: 'OrderPlaced' })],
    },
    {
      why: 'the assertion is about one bus, and the right event is on another',
      given: (eb) => send(eb, order('o-1'), order('o-2', {}, { EventBusName: 'orders' })),
      bus: 'orders',
      args: [match({ detail: { orderId: 'o-1' } })],
    },
    {
      why: 'the assertion is about one bus, which has no events',
      given: (eb) => send(eb, order('o-1'), event('OrderPaid')),
      bus: 'orders',
      args: [match({ detailType: 'OrderShipped' })],
    },
    {
      why: "a pattern in EventBridge's own language does not match",
      given: (eb) => send(eb, order('o-1', { total: 50 }), event('OrderPaid')),
      args: [
        match(pattern({ 'detail-type': ['OrderPlaced'], detail: { total: [{ numeric: ['>', 100] }] } })),
      ],
    },
    {
      why: 'a pattern inside a match does not match',
      given: (eb) => send(eb, order('o-1', { total: '150' })),
      args: [match({ detailType: 'OrderPlaced', detail: pattern({ total: [{ numeric: ['>', 100] }] }) })],
    },
    {
      why: 'a predicate and a regular expression do not hold',
      given: (eb) => send(eb, order('o-1', { total: 50 })),
      args: [
        match({
          detail: {
            orderId: /^x-/,
            total: function isLarge(total: unknown) {
              return Number(total) > 100;
            },
          },
        }),
      ],
    },
    {
      why: 'a predicate holds for no event',
      given: (eb) => send(eb, order('o-1', { total: 50 }), event('OrderPaid')),
      args: [
        match(function isLargeOrder({ detailType, detail }) {
          return detailType === 'OrderPlaced' && Number(detail['total']) > 100;
        }),
      ],
    },
    {
      why: 'an array has other items',
      given: (eb) => send(eb, order('o-1', { items: [{ sku: 'a' }, { sku: 'b' }] })),
      args: [match({ detail: { items: [{ sku: 'a' }, { sku: 'c' }, { sku: 'd' }] } })],
    },
    {
      why: 'a large detail differs in one place',
      given: (eb) =>
        send(
          eb,
          order('o-1', {
            note: 'x'.repeat(500),
            text: `${'y'.repeat(300)}new`,
            items: Array.from({ length: 40 }, (_, n) => ({ sku: `sku-${n}`, n, price: n })),
          }),
        ),
      args: [
        match({
          detail: {
            note: 'x'.repeat(500),
            text: `${'y'.repeat(300)}old`,
            items: Array.from({ length: 40 }, (_, n) => ({ sku: `sku-${n}`, n, price: n === 30 ? 0 : n })),
          },
        }),
      ],
    },
    {
      why: 'it was published, and should not have been',
      given: (eb) => send(eb, order('o-1'), event('OrderPaid'), order('o-2')),
      not: true,
      args: [match({ detailType: 'OrderPlaced' })],
    },
  ],
};

const publishedTimes: Assertion = {
  matcher: 'toHavePublishedTimes',
  method: 'assertPublished',
  about: 'Exactly that many events match.',
  cases: [
    {
      why: 'the publisher resends a whole batch',
      given: async (eb) => {
        eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
        await send(eb, order('o-1'), order('o-2'));
        await send(eb, order('o-1'), order('o-2'));
      },
      args: [match({ detail: { orderId: 'o-1' } }), 1],
    },
    {
      why: 'a response was lost, and the SDK resent the event',
      given: async (eb) => {
        eb.loseResponse();
        await send(eb, order('o-1'));
      },
      args: [match({ detail: { orderId: 'o-1' } }), 1],
    },
    {
      why: 'there are two of them in one request',
      given: (eb) => send(eb, order('o-1'), order('o-1')),
      args: [match({ detailType: 'OrderPlaced' }), 1],
    },
    {
      why: 'one of them looks a little different',
      given: (eb) => send(eb, order('o-1', { total: 1 }), order('o-2', { total: '1' })),
      args: [match({ detailType: 'OrderPlaced', detail: { total: 1 } }), 2],
    },
    {
      why: 'one of them was rejected',
      given: async (eb) => {
        eb.failEntry(0, 'InternalFailure');
        await send(eb, order('o-1'), order('o-2'));
      },
      args: [match({ detailType: 'OrderPlaced' }), 2],
    },
    {
      why: 'there is none',
      given: (eb) => send(eb, order('o-1')),
      args: [match({ detailType: 'OrderPaid' }), 2],
    },
    {
      why: 'there should be none',
      given: (eb) => send(eb, order('o-1')),
      args: [match({ detailType: 'OrderPlaced' }), 0],
    },
    {
      why: 'the number should be another',
      given: (eb) => send(eb, order('o-1')),
      not: true,
      args: [match({ detailType: 'OrderPlaced' }), 1],
    },
  ],
};

const publishedNothing: Assertion = {
  matcher: 'toHavePublishedNothing',
  method: 'assertNothingPublished',
  about: 'No event was published.',
  cases: [
    {
      why: 'there are events',
      given: async (eb) => {
        await send(eb, order('o-1'), order('o-2'));
        await send(eb, order('o-3'), order('o-4'));
      },
      args: [],
    },
    { why: 'nothing was published, and something should have been', given: () => {}, not: true, args: [] },
    {
      why: 'everything was rejected, and something should have been published',
      given: async (eb) => {
        eb.failEntry('any', 'ThrottlingException').times(2);
        await send(eb, order('o-1'), order('o-2'));
      },
      not: true,
      args: [],
    },
  ],
};

const inOrder: Assertion = {
  matcher: 'toHavePublishedInOrder',
  method: 'assertPublishedInOrder',
  about: 'There is an event for each match, in this order; others may come between.',
  cases: [
    {
      why: 'the order is another',
      given: (eb) => send(eb, event('OrderPaid'), event('OrderPlaced')),
      args: [[match({ detailType: 'OrderPlaced' }), match({ detailType: 'OrderPaid' })]],
    },
    {
      why: 'one of them was not published',
      given: (eb) => send(eb, event('OrderPlaced'), event('orderPaid'), event('OrderShipped')),
      args: [
        [
          match({ detailType: 'OrderPlaced' }),
          match({ detailType: 'OrderPaid' }),
          match({ detailType: 'OrderShipped' }),
        ],
      ],
    },
    {
      why: 'one event would have to satisfy two matches',
      given: (eb) => send(eb, order('o-1'), event('OrderPaid')),
      args: [
        [
          match({ detailType: 'OrderPlaced' }),
          match({ detail: { orderId: 'o-1' }, detailType: 'OrderPlaced' }),
        ],
      ],
    },
    {
      why: 'they were published in this order, and should not have been',
      given: (eb) => send(eb, event('OrderPlaced'), event('OrderPaid')),
      not: true,
      args: [[match({ detailType: 'OrderPlaced' }), match({ detailType: 'OrderPaid' })]],
    },
  ],
};

const exactly: Assertion = {
  matcher: 'toHavePublishedExactly',
  method: 'assertPublishedExactly',
  about: 'A different event was published for each match, in any order, and no other.',
  cases: [
    {
      why: 'one of them is a little different',
      given: (eb) => send(eb, order('o-1', { total: 1 }), order('o-2', { total: 2 })),
      args: [
        [match({ detail: { orderId: 'o-2', total: 3 } }), match({ detail: { orderId: 'o-1', total: 1 } })],
      ],
    },
    {
      why: 'one of them was published twice',
      given: async (eb) => {
        eb.loseResponse();
        await send(eb, order('o-1'));
      },
      args: [[match({ detail: { orderId: 'o-1' } })]],
    },
    {
      why: 'there are others',
      given: (eb) => send(eb, event('OrderPlaced'), event('OrderPaid')),
      args: [[match({ detailType: 'OrderPlaced' })]],
    },
    {
      why: 'there should be none',
      given: (eb) => send(eb, event('OrderPlaced')),
      args: [[]],
    },
    {
      why: 'these were published, and others should have been',
      given: (eb) => send(eb, event('OrderPlaced')),
      not: true,
      args: [[match({ detailType: 'OrderPlaced' })]],
    },
    { why: 'nothing was published, and something should have been', given: () => {}, not: true, args: [[]] },
  ],
};

const batches: Assertion = {
  matcher: 'toHaveSentBatches',
  method: 'assertBatches',
  about: 'The calls had this many entries each, in this order. Retries of the SDK do not count.',
  cases: [
    {
      why: 'the entries were split in another way',
      given: async (eb) => {
        await send(eb, order('o-1'));
        await send(eb, order('o-2'), order('o-3'));
      },
      args: [[2, 1]],
    },
    { why: 'there was no call', given: () => {}, args: [[10, 5]] },
    {
      why: 'they were split like this, and should not have been',
      given: (eb) => send(eb, order('o-1')),
      not: true,
      args: [[1]],
    },
  ],
};

const onlyFailedResent: Assertion = {
  matcher: 'toHaveResentOnlyFailedEntries',
  method: 'assertOnlyFailedEntriesResent',
  about: 'Your code resent no entry that it knew was accepted.',
  cases: [
    {
      why: 'the publisher resends the whole batch',
      given: async (eb) => {
        eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
        await send(eb, order('o-1'), order('o-2'));
        await send(eb, order('o-1'), order('o-2'));
      },
      args: [],
    },
    {
      why: 'the publisher resends another entry than the one that failed',
      given: async (eb) => {
        eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
        await send(eb, order('o-1'), order('o-2'), order('o-3'));
        await send(eb, order('o-3'));
      },
      args: [],
    },
    {
      why: 'the same entry was sent twice, and nothing had failed',
      given: async (eb) => {
        await send(eb, order('o-1'));
        await send(eb, order('o-1'));
      },
      args: [],
    },
    {
      why: 'nothing was resent, and should have been',
      given: (eb) => send(eb, order('o-1')),
      not: true,
      args: [],
    },
  ],
};

const lostNone: Assertion = {
  matcher: 'toHaveLostNoEvents',
  method: 'assertNoEventLost',
  about: 'Everything that was sent, and everything that was offered, is on a bus in the end.',
  cases: [
    {
      why: 'a rejected entry was not resent',
      given: async (eb) => {
        eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
        await send(eb, order('o-1'), order('o-2'));
      },
      args: [],
    },
    {
      why: 'some of what was offered was never sent',
      given: (eb) => send(eb, order('o-1')),
      args: [[match({ detail: { orderId: 'o-1' } }), match({ detail: { orderId: 'o-2' } })]],
    },
    {
      why: 'all that was offered was sent, with a number as a string',
      given: (eb) => send(eb, order('o-1', { total: '5' }), order('o-2', { total: '7' })),
      args: [
        [match({ detail: { orderId: 'o-1', total: 5 } }), match({ detail: { orderId: 'o-2', total: 7 } })],
      ],
    },
    {
      why: 'none was lost, and one should have been',
      given: (eb) => send(eb, order('o-1')),
      not: true,
      args: [],
    },
  ],
};

const noDuplicates: Assertion = {
  matcher: 'toHaveNoDuplicates',
  method: 'assertNoDuplicates',
  about: 'No event is on a bus twice.',
  cases: [
    {
      why: 'a response was lost, and the SDK resent the event',
      given: async (eb) => {
        eb.loseResponse();
        await send(eb, order('o-1'));
      },
      args: [],
    },
    {
      why: 'there is none, and there should be one',
      given: (eb) => send(eb, order('o-1')),
      not: true,
      args: [],
    },
  ],
};

const routed: Assertion = {
  matcher: 'toHaveRoutedAllEvents',
  method: 'assertAllRouted',
  about: 'Every published event matches one of the declared rules.',
  cases: [
    {
      why: 'no rule sees one of them',
      given: async (eb) => {
        eb.rule('large-orders', { source: ['shop.orders'], detail: { total: [{ numeric: ['>', 100] }] } });
        await send(eb, order('o-1', { total: 150 }), order('o-2', { total: 50 }));
      },
      args: [],
    },
    {
      why: 'the rule is on another bus',
      given: async (eb) => {
        eb.rule('orders', { source: ['shop.orders'] }, { bus: 'orders' });
        await send(eb, order('o-1'));
      },
      args: [],
    },
    {
      why: 'every event has its rule, and one should not',
      given: async (eb) => {
        eb.rule('orders', { source: ['shop.orders'] });
        await send(eb, order('o-1'));
      },
      not: true,
      args: [],
    },
  ],
};

const contracts: Assertion = {
  matcher: 'toHaveKeptContracts',
  method: 'assertContracts',
  about: 'Every detail that was sent keeps the contract declared for its events.',
  cases: [
    {
      why: 'a detail breaks its contract',
      given: async (eb) => {
        eb.contract('shop.orders', 'OrderPlaced', orderSchema);
        await send(eb, order('o-1', { total: 1 }), order('o-2', { total: '2' }), order('o-3'));
      },
      args: [],
    },
    {
      why: 'all contracts are kept, and one should be broken',
      given: async (eb) => {
        eb.contract('shop.orders', 'OrderPlaced', orderSchema);
        await send(eb, order('o-1', { total: 1 }));
      },
      not: true,
      args: [],
    },
  ],
};

const verify: Assertion = {
  method: 'verify',
  about: 'Nothing is left that a passing test would hide. Best called after each test.',
  cases: [
    {
      why: 'the target of a rule has not finished',
      given: async (eb) => {
        eb.rule('audit', { source: ['shop.orders'] }, { target: () => new Promise(() => {}) });
        await send(eb, order('o-1'));
      },
      args: [],
    },
    {
      why: 'everything that it looks for, in one report',
      buses: ['orders'],
      given: async (eb) => {
        eb.failEntry({ detail: { orderId: 'o-9' } }, 'ThrottlingException');
        eb.contract('shop.orders', 'OrderPlaced', orderSchema);
        await send(eb, order('o-1', { total: 1 }, { EventBusName: 'order' }), order('o-2'));
        await eb.fetch('https://events.us-east-1.amazonaws.com/', {
          method: 'POST',
          headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.ListRules' },
          body: '{}',
        });
      },
      args: [],
    },
  ],
};

/** Every assertion, each with its usual failures. */
export const assertions: readonly Assertion[] = [
  published,
  publishedTimes,
  publishedNothing,
  inOrder,
  exactly,
  batches,
  onlyFailedResent,
  lostNone,
  noDuplicates,
  routed,
  contracts,
  verify,
];
