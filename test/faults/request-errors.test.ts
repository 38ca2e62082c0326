import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge, type RequestErrorName } from 'fake-eventbridge';
import { failure } from '../support/failure';
import { entry, post } from '../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

const body = JSON.stringify({ Entries: [entry()] });

describe('a request fails with the status and the message', () => {
  test.each<[RequestErrorName, number, string]>([
    ['InternalException', 500, 'Internal Service Failure'],
    ['InternalFailure', 500, 'Internal Service Failure'],
    ['ServiceUnavailable', 503, 'The service is temporarily unavailable.'],
    ['ThrottlingException', 400, 'Rate exceeded'],
    [
      'AccessDeniedException',
      400,
      'User: arn:aws:iam::123456789012:user/publisher is not authorized to perform: events:PutEvents on resource: arn:aws:events:us-east-1:123456789012:event-bus/default because no identity-based policy allows the events:PutEvents action',
    ],
    ['ExpiredTokenException', 400, 'The security token included in the request is expired'],
    ['UnrecognizedClientException', 400, 'The security token included in the request is invalid.'],
    ['MissingAuthenticationTokenException', 400, 'Missing Authentication Token'],
    ['IncompleteSignature', 400, 'The request signature does not conform to AWS standards.'],
    ['InvalidSignatureException', 400, "Credential should be scoped to correct : 'events'."],
    ['RequestExpired', 400, 'The request is too old.'],
    ['NotAuthorized', 400, 'You do not have permission to perform this action.'],
    ['OptInRequired', 403, 'The AWS access key ID needs a subscription for the service.'],
    ['ValidationException', 400, 'The input fails to satisfy the constraints specified by an AWS service.'],
    ['ResourceNotFoundException', 400, 'The event bus does not exist.'],
    ['OperationDisabledException', 400, 'The operation is not available in this region.'],
  ])('%s', async (name, status, message) => {
    eb.failRequest(name);
    const answer = await post(eb, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({ __type: name, message });
  });

  test.each([400, 418, 599])('one of your own with the status %d', async (status) => {
    eb.failRequest({ name: 'Odd', status });
    const answer = await post(eb, body);
    expect([answer.status, JSON.parse(answer.body)]).toEqual([status, { __type: 'Odd' }]);
    eb.failRequest({ name: 'Odd', status, message: 'why' });
    expect(JSON.parse((await post(eb, body)).body)).toEqual({ __type: 'Odd', message: 'why' });
  });

  test.each<[unknown, string]>([
    [
      'Throttled',
      '"Throttled" is not an error that EventBridge returns for a request. AWS documents "InternalEx',
    ],
    ['InternalExeption', 'Did you mean "InternalException"?'],
    ['InternalExeption', 'pass { name: "InternalExeption", status: 400, message: "…" }.'],
    ['', 'pass { name: "MyError", status: 400, message: "…" }.'],
    [undefined, 'undefined is not an error that EventBridge returns for a request.'],
    [['InternalException'], 'an array is not an error that EventBridge returns for a request.'],
    [['InvalidArgument'], 'an array is not an error that EventBridge returns for a request. AWS documents'],
    [undefined, 'pass { name: "MyError", status: 400, message: "…" }.'],
    ['InvalidArgument', 'It is the error of an entry: eb.failEntry(which, "InvalidArgument").'],
    [
      'NotAuthorizedForSourceException',
      'It is the error of an entry: eb.failEntry(which, "NotAuthorizedForSourceException").',
    ],
    [{ status: 500 }, 'an error of your own needs a name'],
    [{ name: 5, status: 500 }, 'an error of your own needs a name'],
    [{ name: 'Odd' }, 'the status of Odd must be an HTTP error, 400 to 599, not undefined.'],
    [{ name: 'Odd', status: 399 }, 'the status of Odd must be an HTTP error, 400 to 599, not 399.'],
    [{ name: 'Odd', status: 600 }, 'the status of Odd must be an HTTP error, 400 to 599, not 600.'],
    [{ name: 'Odd', status: 400.5 }, 'not 400.5.'],
    [{ name: 'Odd', status: '500' }, 'not "500".'],
  ])('%j is refused: %s', (error, words) => {
    for (const method of ['failRequest', 'failCall'] as const) {
      const text = failure(() => eb[method](error as never));
      expect(text.startsWith(`${method}: `)).toBe(true);
      expect(text).toContain(words);
    }
  });
});
