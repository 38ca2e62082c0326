import type { JournalAttempt } from '../../journal/attempt.js';
import type { AssertionContext } from '../context.js';
import { errorName } from '../report/describe-sending.js';
import { printValue } from '../report/print-value.js';
import type { Cause } from './cause.js';

/**
 * Why a request failed as a whole, and what to do: for errors of EventBridge's own rules as for those of faults.
 * @param what the event that an assertion looks for, as the reader knows it: `the matching event`
 * @param requests how many requests had the event
 */
export function requestFailure(
  attempt: JournalAttempt,
  context: Pick<AssertionContext, 'limits'>,
  what?: string,
  requests = 1,
): Cause {
  const { ending, request } = attempt;
  const consequence =
    what === undefined
      ? ''
      : requests === 1
        ? `, and your code did not resend ${what}`
        : `. It was the last of ${requests} requests for ${what}`;
  const about = [attempt];
  if (ending?.kind !== 'error') {
    const why = ending?.kind === 'no-answer' ? ` (${errorName(ending.error)})` : '';
    return {
      code: 'no-response',
      text: `Request ${request} got no response from EventBridge${why}${consequence}.`,
      fix: 'The SDK throws this error after its last attempt. Catch it and send the entries later, or pass it on to the caller.',
      about,
    };
  }
  const { status, code } = ending;
  const invalid = invalidRequest(attempt, context);
  if (invalid !== undefined) return { code: 'invalid-request', ...invalid, about };
  if (ACCESS.has(code))
    return {
      code: 'access-denied',
      text: `EventBridge refused request ${request}${what === undefined ? '' : `, which had ${what}`} (${code}).`,
      fix: 'Pass the error on to the caller: retrying cannot succeed. In production, allow events:PutEvents on the bus in the IAM policy.',
      about,
    };
  return {
    code: 'failed-request',
    text: `Request ${request} failed (${status} ${code})${consequence}.`,
    fix: 'The SDK throws this error after its last attempt. Catch it and send the entries later, or pass it on to the caller.',
    about,
  };
}

const ACCESS: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'NotAuthorized',
  'OptInRequired',
  'UnrecognizedClientException',
  'MissingAuthenticationTokenException',
  'IncompleteSignature',
  'InvalidSignatureException',
]);

/** What is wrong with a request that EventBridge's own rules refuse: it fails however often it is sent. */
function invalidRequest(
  { ending, request, entries, fault }: JournalAttempt,
  { limits }: Pick<AssertionContext, 'limits'>,
): Pick<Cause, 'text' | 'fix'> | undefined {
  if (ending?.kind !== 'error') return undefined;
  const { code, message, status, unreadable } = ending;
  const isOwn = fault === undefined;
  if (isOwn && code === 'ValidationException' && entries.length > limits.maxEntries)
    return {
      text: `Request ${request} has ${entries.length} entries, but EventBridge takes at most ${limits.maxEntries}.`,
      fix: `Send at most ${limits.maxEntries} entries in one request.`,
    };
  if (isOwn && (status === 413 || message?.startsWith('Total size of the entries') === true))
    return {
      text: `The entries of request ${request} are larger than EventBridge takes: ${limits.maxRequestBytes} bytes for one request.`,
      fix: 'Split the entries by size, not only by number. Count the bytes of UTF-8, not the characters.',
    };
  if (unreadable !== undefined)
    return {
      text: `EventBridge could not read ${unreadable.property} of request ${request}: it must be ${unreadable.expected}, but your code sent ${printValue(unreadable.received)}.`,
      fix:
        FIXES.find(([property]) => unreadable.property.endsWith(property))?.[1] ??
        'Fix the type of the property.',
    };
  if (code !== 'ValidationException' && code !== 'SerializationException') return undefined;
  return {
    text: `EventBridge refused request ${request} (${code}${message === undefined ? '' : `: ${message}`})`,
    fix: 'Fix the request. Resending it cannot succeed.',
  };
}

const FIXES: readonly (readonly [property: string, fix: string])[] = [
  ['.Time', 'Pass Time as a Date: Time: new Date(timestamp).'],
  ['.Detail', 'Pass Detail as a string: Detail: JSON.stringify(detail).'],
  ['.Resources', 'Pass Resources as an array of strings.'],
  ['Entries', 'Pass Entries as an array of objects.'],
];
