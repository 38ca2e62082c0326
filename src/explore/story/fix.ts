import type { RunFinding } from '../verdict/run-finding.js';

/** What to change in the publisher, as one or two imperatives. */
export function fixOf({ kind, guilty }: RunFinding): string {
  switch (kind) {
    case 'lost':
    case 'logged-only':
      return fixOfLoss(guilty.at(-1)?.status);
    case 'duplicated':
    case 'resent':
      return 'Resend only the entries whose result has an `ErrorCode`: `response.Entries[i]` is the result of `Entries[i]`. Keep the response of a request that succeeded, also when another one throws.';
    case 'hung':
      return 'Limit the number of retries, and give every wait an end: reject with what could not be sent.';
    case 'crashed':
      return 'Await every promise that you start, or handle its rejection.';
    case 'unavoidable-duplicate':
      return 'Put an id of your own into the detail, so that consumers can ignore the second event.';
    case 'surfaced':
      return 'Nothing to fix: make sure that the caller of publish() handles it.';
    case 'retried-in-vain':
      return 'Retry an entry only for `InternalFailure` and `ThrottlingException`, and a request only for errors that pass. Report every other error at once.';
    case 'not-retried':
      return 'Resend entries that failed with `InternalFailure` or `ThrottlingException`: the SDK does not retry single entries.';
    case 'wait':
      return 'Wait before you resend, longer each time, with some jitter: for example 100 ms, 200 ms, 400 ms.';
    case 'attempts':
      return 'Make fewer attempts, or let only one of the SDK and your code retry: set `maxAttempts` of the client.';
    case 'unknown':
      return 'Make publish() do the same each time, or raise the bound.';
  }
}

function fixOfLoss(status: RunFinding['guilty'][number]['status'] | undefined): string {
  switch (status) {
    case 'rejected':
      return 'A rejected entry comes inside a 200, which the SDK neither retries nor throws. Check `FailedEntryCount`, resend the entries whose result has an `ErrorCode`, and reject with those that are left.';
    case undefined:
      return 'Send every event before you resolve, or reject with those that were not sent.';
    case 'dropped':
      return 'Send to a bus that exists: EventBridge accepts events for other buses and drops them.';
    default:
      return 'Do not swallow the error of a request: retry it, or reject with what was not sent.';
  }
}
