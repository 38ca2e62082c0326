import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../support/put-events';
import { transports } from '../support/transports';

describe.each(transports)('%s', (_, { put }) => {
  const eb = fakeEventBridge();
  const LIMIT = 1_048_576;
  const OVER = {
    name: 'ValidationException',
    message: 'Total size of the entries in the request is over the limit.',
  };

  /** A detail of exactly so many bytes. */
  const detail = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;

  test('1,048,576 bytes over all entries are taken, one more is not', async () => {
    const half = entry({ Source: 's', DetailType: 't', Detail: detail(LIMIT / 2 - 2) });
    expect((await put(eb, half, half)).FailedEntryCount).toBe(0);
    expect(await put(eb, half, entry({ Source: 'ss', DetailType: 't', Detail: half.Detail }))).toMatchObject(
      OVER,
    );
  });

  test('a time counts 14 bytes, resources count, the bus name and the trace header do not', async () => {
    const rest = LIMIT - 2 - 14 - 3;
    const full = {
      Source: 's',
      DetailType: 't',
      Time: new Date(0),
      Resources: ['abc'],
      EventBusName: 'bus',
      TraceHeader: 'trace',
    };
    expect((await put(eb, entry({ ...full, Detail: detail(rest) }))).FailedEntryCount).toBe(0);
    expect(await put(eb, entry({ ...full, Detail: detail(rest + 1) }))).toMatchObject(OVER);
  });

  test('bytes are bytes of UTF-8, not characters', async () => {
    const small = fakeEventBridge({ limits: { maxRequestBytes: 20 } });
    expect(
      (await put(small, entry({ Source: 's', DetailType: 't', Detail: '{"a":"ééééé"}' }))).FailedEntryCount,
    ).toBe(0);
    expect(await put(small, entry({ Source: 's', DetailType: 't', Detail: '{"a":"éééééé"}' }))).toMatchObject(
      OVER,
    );
  });

  test('regions that kept the old limit: an option', async () => {
    const old = fakeEventBridge({ limits: { maxRequestBytes: 262_144 } });
    expect(
      (await put(old, entry({ Source: 's', DetailType: 't', Detail: detail(262_142) }))).FailedEntryCount,
    ).toBe(0);
    expect(await put(old, entry({ Source: 's', DetailType: 't', Detail: detail(262_143) }))).toMatchObject(
      OVER,
    );
  });
});
