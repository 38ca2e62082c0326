import { EventBridge, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, expect, test } from '@jest/globals';
import { type ExploreOptions, fakeEventBridge } from 'fake-eventbridge';
import { orders } from '../../examples/defects/failing-text';
import { publishOrders } from '../../examples/order-publisher/publish-orders';
import { Outbox } from '../../examples/outbox-relay/outbox';
import { relay } from '../../examples/outbox-relay/relay';
import {
  Publisher,
  publishFromModule,
  publishInParallel,
  publishWithCallback,
  publishWithRetry,
} from './publishers';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
eb.install(EventBridge);
afterAll(() => eb.restore());

const client = new EventBridgeClient({});
let outbox = new Outbox();

interface Style {
  readonly style: string;
  readonly options?: ExploreOptions;
  publish(events: number): Promise<unknown>;
}

const STYLES: readonly Style[] = [
  { style: 'a client at module level', publish: (events) => publishFromModule(orders(events)) },
  {
    style: 'an injected client, and what is left as the result',
    publish: (events) => new Publisher(client).publish(orders(events)),
    options: { surfaced: (left) => left as readonly object[] },
  },
  {
    style: 'the aggregated client, with a callback',
    publish: (events) => publishWithCallback(orders(events)),
    options: { events: 3 },
  },
  {
    style: 'chunks in parallel',
    publish: (events) => publishInParallel(orders(events)),
    options: { events: 6 },
  },
  {
    style: 'a retry around the lot',
    publish: (events) => publishWithRetry(orders(events)),
    options: { events: 3 },
  },
  {
    style: 'an outbox that survives a crash',
    publish: (events) => {
      outbox = new Outbox();
      for (const { Detail } of orders(events)) outbox.add('OrderPlaced', JSON.parse(Detail));
      return relay(outbox, client);
    },
    options: {
      restart: () => relay(outbox, client),
      surfaced: () =>
        outbox.rows
          .filter(({ eventId }) => eventId === undefined)
          .map(({ id }) => ({ detail: { rowId: id } })),
    },
  },
  {
    style: 'the order publisher of the examples',
    publish: (events) =>
      publishOrders(Array.from({ length: events }, (_, i) => ({ orderId: `o-${i + 1}`, total: i }))),
    options: { depth: 1 },
  },
];

test.each(STYLES)('$style: nothing is found in a correct publisher', async ({ publish, options }) => {
  const report = await eb.exploreFailures((events) => publish(events), options);

  expect(report.findings.filter(({ severity }) => severity !== 'note').map(({ summary }) => summary)).toEqual(
    [],
  );
  expect(report.safe).toBe(true);
  expect(report.coverage.isComplete).toBe(true);
});
