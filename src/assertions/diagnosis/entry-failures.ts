import type { JournalAttempt } from '../../journal/attempt.js';
import type { EntryError } from '../../service/put-events-types.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { Cause } from './cause.js';

/** The codes that AWS documents as worth another try. */
const TRANSIENT: ReadonlySet<string> = new Set(['ThrottlingException', 'InternalFailure']);

const RESEND_FAILED =
  'Resend only the entries whose result has an `ErrorCode`: the SDK neither retries nor throws for them.';

/**
 * Why EventBridge rejected an entry, inside a 200, and what to do.
 * @param what the entry, as the reader knows it: `the matching event`
 * @param consequence what happened then: `, and your code did not resend it`
 */
export function entryFailure(
  { error }: SentEntry,
  { request }: JournalAttempt,
  what: string,
  consequence: string,
  about: readonly object[],
): Cause {
  return TRANSIENT.has(error?.code ?? '')
    ? {
        code: 'rejected-entry',
        text: `EventBridge rejected ${what} in request ${request} (${error?.code})${consequence}.`,
        fix: RESEND_FAILED,
        about,
      }
    : {
        code: 'invalid-entry',
        text: `EventBridge rejected ${what} in request ${request} (${error?.code}: ${withoutStop(error?.message)}).`,
        fix: fixOf(error),
        about,
      };
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
