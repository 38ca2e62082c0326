import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { describeValue } from '../base/words/describe-value.js';
import { list } from '../base/words/english.js';
import { didYouMean } from '../base/words/suggestion.js';
import type { RequestError } from '../service/put-events-types.js';

/**
 * Errors that AWS documents for a whole request, with their status. The messages of `AccessDeniedException` and of
 * the token errors are AWS's; for `InternalException` and throttling AWS's text is not known.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html#API_PutEvents_Errors
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html
 */
const REQUEST_ERRORS = {
  InternalException: [500, 'Internal Service Failure'],
  InternalFailure: [500, 'Internal Service Failure'],
  ServiceUnavailable: [503, 'The service is temporarily unavailable.'],
  ThrottlingException: [400, 'Rate exceeded'],
  AccessDeniedException: [
    400,
    'User: arn:aws:iam::123456789012:user/publisher is not authorized to perform: events:PutEvents on resource: arn:aws:events:us-east-1:123456789012:event-bus/default because no identity-based policy allows the events:PutEvents action',
  ],
  ExpiredTokenException: [400, 'The security token included in the request is expired'],
  UnrecognizedClientException: [400, 'The security token included in the request is invalid.'],
  MissingAuthenticationTokenException: [400, 'Missing Authentication Token'],
  IncompleteSignature: [400, 'The request signature does not conform to AWS standards.'],
  InvalidSignatureException: [400, "Credential should be scoped to correct : 'events'."],
  RequestExpired: [400, 'The request is too old.'],
  NotAuthorized: [400, 'You do not have permission to perform this action.'],
  OptInRequired: [403, 'The AWS access key ID needs a subscription for the service.'],
  ValidationException: [400, 'The input fails to satisfy the constraints specified by an AWS service.'],
  ResourceNotFoundException: [400, 'The event bus does not exist.'],
  OperationDisabledException: [400, 'The operation is not available in this region.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

/** An error that AWS documents for a whole request. */
export type RequestErrorName = keyof typeof REQUEST_ERRORS;

/** An error of your own for a request. */
export interface GivenRequestError {
  readonly name: string;
  /** The HTTP status, 400 to 599. */
  readonly status: number;
  readonly message?: string;
}

/** Codes that exist per entry only. */
const OFTEN_MEANT: Readonly<Record<string, string>> = {
  MalformedDetail: 'It is the error of an entry: eb.failEntry(which, "MalformedDetail").',
  InvalidArgument: 'It is the error of an entry: eb.failEntry(which, "InvalidArgument").',
  NotAuthorizedForSourceException:
    'It is the error of an entry: eb.failEntry(which, "NotAuthorizedForSourceException").',
};

/**
 * The error that `failRequest` or `failCall` asks for.
 * @throws {FakeEventBridgeError} for a name that AWS does not document, or a status that is not an error
 * @internal
 */
export function requestErrorOf(method: string, error: unknown): RequestError {
  if (isObject(error)) return given(method, error);
  if (typeof error === 'string' && Object.hasOwn(REQUEST_ERRORS, error)) {
    const [status, message] = REQUEST_ERRORS[error as RequestErrorName];
    return { status, code: error, message };
  }
  const shown = typeof error === 'string' ? `"${error}"` : describeValue(error);
  const known = Object.keys(REQUEST_ERRORS);
  const hint =
    (typeof error === 'string' && Object.hasOwn(OFTEN_MEANT, error) && OFTEN_MEANT[error]) ||
    `AWS documents ${list(known)}.${didYouMean(String(error), known)}`;
  throw wrongUse(
    `${method}: ${shown} is not an error that EventBridge returns for a request. ${hint} For an error of your own, pass ${exampleOf(error)}.`,
  );
}

function given(method: string, { name, status, message }: Record<string, unknown>): RequestError {
  if (typeof name !== 'string' || name === '') {
    throw wrongUse(
      `${method}: an error of your own needs a name, such as { name: "ThrottlingException", status: 400 }.`,
    );
  }
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 400 || status > 599) {
    throw wrongUse(
      `${method}: the status of ${name} must be an HTTP error, 400 to 599, not ${describeValue(status)}.`,
    );
  }
  if (message !== undefined && typeof message !== 'string') {
    throw wrongUse(`${method}: the message of ${name} must be a string, not ${describeValue(message)}.`);
  }
  return { status, code: name, message };
}

/** How to write an error of one's own. */
function exampleOf(error: unknown): string {
  const name = typeof error === 'string' && error !== '' ? error : 'MyError';
  return `{ name: ${JSON.stringify(name)}, status: 400, message: "…" }`;
}
