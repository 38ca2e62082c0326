import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from '@jest/globals';
import { fakeEventBridge, type RequestErrorName } from 'fake-eventbridge';
import { entry } from '../support/put-events';
import { ENTRY_CODES } from './sdk-model';

const eb = fakeEventBridge();
const send = (maxAttempts = 1) =>
  eb.client({ maxAttempts }).send(new PutEventsCommand({ Entries: [entry()] }));

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html, and the errors of the operation. */
const REQUEST_STATUSES: readonly (readonly [RequestErrorName, number])[] = [
  ['InternalException', 500],
  ['InternalFailure', 500],
  ['ServiceUnavailable', 503],
  ['ThrottlingException', 400],
  ['AccessDeniedException', 400],
  ['ExpiredTokenException', 400],
  ['OptInRequired', 403],
  ['ValidationException', 400],
];

test('every code of an entry that the documentation has can be injected, and no other', async () => {
  for (const code of ENTRY_CODES) {
    eb.failEntry('any', code);
    expect((await send()).Entries).toMatchObject([{ ErrorCode: code, ErrorMessage: expect.any(String) }]);
  }
  expect(() => eb.failEntry('any', 'ServiceUnavailable' as never)).toThrow('ServiceUnavailable');
});

test('every error of a request that the documentation has comes with its status', async () => {
  for (const [name, status] of REQUEST_STATUSES) {
    eb.failRequest(name);
    const error = await send().catch((thrown) => thrown);
    expect([error.name, error.$metadata.httpStatusCode]).toEqual([name, status]);
  }
});
