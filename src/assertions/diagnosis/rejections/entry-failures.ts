import { joinWithAnd, times } from '../../../base/words/english.js';
import type { Sending } from '../../../journal/logical-events/logical-event.js';
import type { LogicalEvents } from '../../../journal/logical-events/logical-events.js';
import type { EntryError } from '../../../service/put-events-types.js';
import type { Cause } from '../cause.js';
import { isTransient } from './transient.js';
import { wrongResend } from './wrong-resends.js';

const RESEND_FAILED =
  'Resend only the entries whose result has an `ErrorCode`: the SDK neither retries nor throws for them.';

/** More requests than this are counted, and the last one is named. */
const MAX_REQUESTS = 4;

/**
 * Why EventBridge rejected an entry, inside a 200, and what to do.
 * @param sendings every time it was sent; the last one was rejected
 * @param what the entry, as the reader knows it: `the matching event`
 */
export function entryFailure(
  sendings: readonly [Sending, ...Sending[]],
  logicalEvents: LogicalEvents,
  what: string,
): Cause {
  const last = sendings.at(-1) ?? sendings[0];
  const { error, entry, attempt } = last;
  if (!isTransient(last))
    return {
      code: 'invalid-entry',
      text: `EventBridge rejected ${what} in request ${attempt.request} (${error?.code}: ${withoutStop(error?.message)}).`,
      fix: fixOf(error),
      about: [entry],
    };
  const wrong = sendings.length === 1 ? wrongResend(last, logicalEvents) : undefined;
  if (wrong !== undefined) return wrong.causeOfLoss(what);
  const rejections = sendings.filter(({ status }) => status === 'rejected');
  if (rejections.length > 1 && rejections.length === sendings.length)
    return {
      code: 'retries-exhausted',
      text: `EventBridge rejected ${what} ${times(rejections.length)}, ${requestsOf(rejections)} (${error?.code}). Then your code gave up.`,
      fix: 'Report the failure to the caller, for example by throwing an error, or allow more attempts.',
      about: [entry],
    };
  const isOneCall = sendings.every((sending) => sending.attempt.call === attempt.call);
  const consequence = isOneCall
    ? ', and your code did not resend it'
    : `. It was the last of ${sendings.length} requests for it`;
  return {
    code: 'rejected-entry',
    text: `EventBridge rejected ${what} in request ${attempt.request} (${error?.code})${consequence}.`,
    fix: RESEND_FAILED,
    about: [entry],
  };
}

/** `in requests 1, 2 and 3`, `the last time in request 12`. */
function requestsOf(sendings: readonly Sending[]): string {
  const requests = sendings.map(({ attempt }) => String(attempt.request));
  return requests.length > MAX_REQUESTS
    ? `the last time in request ${requests.at(-1)}`
    : `in requests ${joinWithAnd(requests)}`;
}

/** A message of AWS, to be quoted inside a sentence. */
export function withoutStop(message = ''): string {
  return message.replace(/\.$/, '');
}

/** How to fix an entry that fails however often it is sent. */
export function fixOf(error: EntryError | undefined): string {
  switch (error?.code) {
    case 'NotAuthorizedForSourceException':
      return 'Use another Source: those that begin with "aws." are reserved for AWS. Resending cannot succeed.';
    case 'MalformedDetail':
      return 'Pass Detail as the JSON of an object: JSON.stringify(detail), once. Resending cannot succeed.';
    default:
      return `${fixOfParameter(error?.message)} Resending cannot succeed.`;
  }
}

/** From AWS's message: `Parameter DetailType is not valid. Reason: DetailType is a required argument.` */
function fixOfParameter(message = ''): string {
  const parameter = /^Parameter (\w+) is not valid\./.exec(message)?.[1];
  if (parameter === undefined) return 'Fix the entry.';
  return message.endsWith('is a required argument.')
    ? `Set ${parameter} in the entry: EventBridge requires it.`
    : `Correct ${parameter} in the entry.`;
}
