import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { transports } from '../support/transports';
import { bodyFor, differences, type Exchange } from './exchange';
import { gaps, rows } from './table';

const BUS = 'orders';
const eb = fakeEventBridge({ buses: [BUS] });

const named = (all: readonly { readonly id: string; readonly exchanges?: readonly Exchange[] }[]) =>
  all.flatMap(({ id, exchanges = [] }) =>
    exchanges.map(
      (exchange, i) => [exchanges.length > 1 ? `${id}, request ${i + 1}` : id, exchange] as const,
    ),
  );

describe.each(transports)('%s', (_, { post }) => {
  const differencesOf = async (exchange: Exchange) => {
    const { status, body, headers } = await post(eb, bodyFor(exchange, BUS), {
      'x-amz-target': `AWSEvents.${exchange.operation}`,
      ...exchange.headers,
    });
    return differences(exchange, { status, body, headers: [...headers.keys()] }, BUS);
  };

  describe('the fake answers as the table says', () => {
    test.each(named(rows))('%s', async (_id, exchange) => {
      expect(await differencesOf(exchange)).toEqual([]);
    });
  });

  describe('the fake differs where the table says that it does: a gap that has closed becomes a row', () => {
    test.each(named(gaps))('%s', async (_id, exchange) => {
      expect(await differencesOf(exchange)).not.toEqual([]);
    });
  });
});
