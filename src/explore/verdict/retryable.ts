import type { Sending } from '../../journal/logical-events/logical-event.js';

/**
 * The codes that AWS documents as worth another attempt.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
 */
const RETRYABLE = new Set([
  'InternalException',
  'InternalFailure',
  'ServiceUnavailable',
  'ThrottlingException',
]);

/** Whether a retry can succeed; a failure of the connection passes, so it can. */
export function isRetryable({ error, attempt: { ending } }: Sending): boolean {
  if (error !== undefined) return RETRYABLE.has(error.code);
  if (ending?.kind !== 'error') return true;
  return RETRYABLE.has(ending.code) || ending.status >= 500;
}
