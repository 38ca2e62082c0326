import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import { type Listening, listen } from 'fake-eventbridge/server';
import { foreignClients } from './clients';

const LONG = 60_000;
const entry = { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' };

let eb: FakeEventBridge;
let server: Listening;
beforeEach(async () => {
  eb = fakeEventBridge();
  server = await listen(eb);
});
afterEach(() => server.close());

describe.each(foreignClients)('$name, unchanged', ({ name, isInstalled, putEvents }) => {
  /** Runs where the client is there, and says so where it is not. */
  const withClient = (what: string, run: () => Promise<void>) =>
    test(
      what,
      async () => {
        if (await isInstalled()) return run();
        process.stderr.write(`skipped, for it is not installed here: ${name}: ${what}\n`);
      },
      LONG,
    );

  withClient('success', async () => {
    const { code, out } = await putEvents(server.url, [entry]);

    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: eb.events[0]?.id }] });
    expect(eb.events[0]).toMatchObject({ detail: { orderId: 'o-1' }, region: 'eu-west-1' });
  });

  withClient('partial failure', async () => {
    eb.failEntry(1, 'ThrottlingException');

    const { code, out } = await putEvents(server.url, [entry, entry]);

    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      FailedEntryCount: 1,
      Entries: [
        { EventId: eb.events[0]?.id },
        { ErrorCode: 'ThrottlingException', ErrorMessage: 'Rate exceeded' },
      ],
    });
  });

  withClient('entries that EventBridge refuses', async () => {
    const { out } = await putEvents(server.url, [
      { DetailType: 'OrderPlaced', Detail: '{}' },
      { Source: 'shop.orders', Detail: '{}' },
      { Source: 'shop.orders', DetailType: 'OrderPlaced' },
      { ...entry, Source: 'aws.orders' },
      { ...entry, Detail: 'no JSON' },
    ]);

    expect(JSON.parse(out).Entries.map(({ ErrorCode }: { ErrorCode: string }) => ErrorCode)).toEqual([
      'InvalidArgument',
      'InvalidArgument',
      'InvalidArgument',
      'NotAuthorizedForSourceException',
      'MalformedDetail',
    ]);
  });

  withClient('requests that EventBridge refuses', async () => {
    const { code, err } = await putEvents(server.url, Array(11).fill(entry));

    expect(code).toBe(254);
    expect(err).toMatch(
      /^An error occurred \(ValidationException\) when calling the PutEvents operation( \(reached max retries: 0\))?: /,
    );
    expect(err).toContain("Value '[PutEventsRequestEntry");
    expect(err).toContain('Member must have length less than or equal to 10');
  });

  withClient('a request that is too large', async () => {
    const small = fakeEventBridge({ limits: { maxRequestBytes: 20 } });
    const other = await listen(small);

    const { code, err } = await putEvents(other.url, [entry]);
    await other.close();

    expect(code).toBe(254);
    expect(err).toMatch(
      /^An error occurred \(ValidationException\) when calling the PutEvents operation( \(reached max retries: 0\))?: Total size/,
    );
  });

  withClient('throttling, InternalException', async () => {
    eb.failRequest('ThrottlingException');
    const throttled = await putEvents(server.url, [entry]);
    eb.failRequest('InternalException');
    const failed = await putEvents(server.url, [entry]);

    expect(throttled.err).toBe(
      'An error occurred (ThrottlingException) when calling the PutEvents operation (reached max retries: 0): Rate exceeded',
    );
    expect(failed.err).toBe(
      'An error occurred (InternalException) when calling the PutEvents operation (reached max retries: 0): Internal Service Failure',
    );
    expect(eb.events).toHaveLength(0);
  });
});
