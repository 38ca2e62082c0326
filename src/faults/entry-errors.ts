import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { describeValue } from '../base/words/describe-value.js';
import { list } from '../base/words/english.js';
import { didYouMean } from '../base/words/suggestion.js';
import type { EntryError } from '../service/put-events-types.js';

/**
 * The codes that AWS documents for an entry of a response, each with a message. `InternalFailure`,
 * `MalformedDetail` and `NotAuthorizedForSourceException` carry AWS's own text; for the others AWS's text is not known,
 * and a publisher should not depend on it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
 */
const ENTRY_ERRORS = {
  InternalFailure: 'Internal Service Failure',
  ThrottlingException: 'Rate exceeded',
  AccessDeniedException: 'Access to the event bus is denied.',
  InvalidAccountIdException: 'The account id is not valid.',
  InvalidArgument: 'A parameter of the entry is not valid.',
  MalformedDetail: 'Detail is malformed.',
  RedactionFailure: 'The entry could not be redacted.',
  NotAuthorizedForSourceException: 'Not authorized for the source.',
  NotAuthorizedForDetailTypeException: 'Not authorized for the detail type.',
} as const;

/** A code that AWS documents for an entry. The first two are worth another try, the others are not. */
export type EntryErrorCode = keyof typeof ENTRY_ERRORS;

/** An error of your own for an entry, for codes that AWS does not document. */
export interface GivenEntryError {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

/** Codes that belong to another level: what they are, and what AWS answers for an entry instead. */
const OFTEN_MEANT: Readonly<Record<string, string>> = {
  InternalException:
    'InternalException fails a whole request: eb.failRequest("InternalException"). For an entry AWS answers "InternalFailure".',
  ServiceUnavailable:
    'ServiceUnavailable fails a whole request: eb.failRequest("ServiceUnavailable"). For an entry AWS answers "InternalFailure".',
  ValidationException:
    'ValidationException fails a whole request: eb.failRequest("ValidationException"). For an entry AWS answers "InvalidArgument" or "MalformedDetail".',
};

/**
 * The error that `failEntry` asks for.
 * @param method what the user called
 * @throws {FakeEventBridgeError} for a code that AWS never answers per entry
 * @internal
 */
export function entryErrorOf(code: unknown, message: unknown, method = 'failEntry'): EntryError {
  if (isObject(code)) {
    if (message !== undefined) throw wrongUse(`${method}: put the message into { ErrorCode, ErrorMessage }.`);
    const { ErrorCode, ErrorMessage } = code;
    if (typeof ErrorCode === 'string' && typeof ErrorMessage === 'string') {
      return { code: ErrorCode, message: ErrorMessage };
    }
    throw wrongUse(`${method}: an error of your own needs two strings, ErrorCode and ErrorMessage.`);
  }
  if (message !== undefined && typeof message !== 'string')
    throw wrongUse(`${method}: the message must be a string, not ${describeValue(message)}.`);
  if (typeof code === 'string' && Object.hasOwn(ENTRY_ERRORS, code)) {
    return { code, message: message ?? ENTRY_ERRORS[code as EntryErrorCode] };
  }
  const shown = typeof code === 'string' ? `"${code}"` : describeValue(code);
  const hint =
    (typeof code === 'string' && Object.hasOwn(OFTEN_MEANT, code) && OFTEN_MEANT[code]) ||
    `AWS documents ${list(Object.keys(ENTRY_ERRORS))}.${didYouMean(String(code), Object.keys(ENTRY_ERRORS))}`;
  throw wrongUse(
    `${method}: ${shown} is not an error code that EventBridge returns for an entry. ${hint} For a code of your own, pass { ErrorCode: ${JSON.stringify(typeof code === 'string' && code !== '' ? code : 'MyCode')}, ErrorMessage: "…" }.`,
  );
}
