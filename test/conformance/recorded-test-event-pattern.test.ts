import { TestEventPatternCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { testUnless } from '../support/test-unless';
import { NO_RECORDINGS, recordings } from './recordings';

/** A call of `TestEventPattern` and what AWS answered, as it was recorded. */
interface Recording {
  readonly name: string;
  readonly pattern: string;
  readonly event: string;
  readonly result?: boolean;
  readonly code?: string;
  readonly error?: string;
}

const rows = recordings('aws-recorded-test-event-pattern.json') as Recording[] | undefined;

if (rows === undefined) testUnless(NO_RECORDINGS)('every recorded call of AWS', () => {});
else {
  const client = fakeEventBridge().client();

  test.each(rows.map((row) => [row.name, row] as const))(
    '%s',
    async (_, { pattern, event, result, code, error }) => {
      const answer = await client
        .send(new TestEventPatternCommand({ EventPattern: pattern, Event: event }))
        .then(({ Result, $metadata }) => ({ result: Result, status: $metadata.httpStatusCode }))
        .catch((e) => ({ code: e.name, error: e.message, status: e.$metadata.httpStatusCode }));

      expect(answer).toEqual(error === undefined ? { result, status: 200 } : { code, error, status: 400 });
    },
  );

  test('there are as many recordings as there were when this was written', () => {
    expect(rows.length).toBeGreaterThanOrEqual(166);
  });
}
