import { PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { testUnless } from '../support/test-unless';
import { NO_RECORDINGS, recordings } from './recordings';

/** A request to `PutEvents` and what AWS answered, as it was recorded. */
interface Recording {
  readonly name: string;
  readonly entries: (Omit<PutEventsRequestEntry, 'Detail'> & { Detail?: string | null })[];
  readonly status: number;
  readonly failed?: number;
  readonly results?: ('EventId' | { ErrorCode: string; ErrorMessage: string })[];
  readonly code?: string;
  readonly message?: string;
  /** The size limit at the time of the recording. */
  readonly limit?: number;
}

const rows = recordings('aws-recorded-put-events.json') as Recording[] | undefined;

if (rows === undefined) testUnless(NO_RECORDINGS)('every recorded answer of AWS', () => {});
else {
  test.each(rows.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    const eb = fakeEventBridge({
      buses: ['test-bus-1'],
      ...(row.limit !== undefined && { limits: { maxRequestBytes: row.limit } }),
    });
    // The one detail that is too long to be written down is described in words.
    const Entries = row.entries.map(({ Detail = undefined, ...entry }) => ({
      ...entry,
      Detail: Detail === null ? `{"payload": ["${'p'.repeat(262_127)}"]}` : Detail,
    }));

    const answer = await eb
      .client()
      .send(new PutEventsCommand({ Entries }))
      .catch((error) => error);

    expect(answer.$metadata.httpStatusCode).toBe(row.status);
    if (row.code !== undefined) {
      expect({ code: answer.name, message: answer.message }).toEqual({
        code: row.code,
        message: row.message,
      });
      return;
    }
    expect(answer.FailedEntryCount).toBe(row.failed);
    expect(answer.Entries).toEqual(
      row.results?.map((result) => (result === 'EventId' ? { EventId: expect.any(String) } : result)),
    );
  });

  test('there are as many recordings as there were when this was written', () => {
    expect(rows.length).toBeGreaterThanOrEqual(13);
  });
}
