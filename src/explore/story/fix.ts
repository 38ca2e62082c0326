import { unknownBus } from '../../assertions/diagnosis/missing-event-causes.js';
import { count } from '../../base/words/english.js';
import type { FindingKind } from '../verdict/finding-kinds.js';
import type { RunFinding } from '../verdict/run-finding.js';

/** What a fix depends on beside the finding. */
export interface FixContext {
  /** Whether the process died in the run and was started again. */
  readonly isAfterCrash?: boolean;
  /** Names and ARNs of the buses that exist beside `default`. */
  readonly buses?: ReadonlySet<string> | undefined;
}

/** What to change in the publisher, as one or two imperatives. */
export function fixOf(
  { kind, guilty, isFewerThanAsked }: Pick<RunFinding, 'kind' | 'guilty' | 'isFewerThanAsked'>,
  { isAfterCrash = false, buses }: FixContext = {},
): string {
  if (isFewerThanAsked) return FIX_OF_FEWER;
  return (isAfterCrash ? FIX_AFTER_CRASH[kind] : undefined) ?? fixOfPublisher(kind, guilty, buses);
}

const FIX_OF_FEWER =
  'Send every event before you resolve, those of the last batch too. If publish(count) is meant to send fewer than `count`, pass the option `offered`: how many events there must be, or which. If it ignores its argument, remove the parameter.';

/** What an outbox does wrong: it does not run on after a crash, but starts again from its store. */
const FIX_AFTER_CRASH: Partial<Record<FindingKind, string>> = {
  lost: 'Mark an event as published only after its result has an `EventId`: a restart does not send what is already marked.',
  'logged-only':
    'Mark an event as published only after its result has an `EventId`: a restart does not send what is already marked.',
  duplicated:
    'Mark each event as published as soon as its response has arrived, before the next request. A restart sends everything that is not marked.',
  resent:
    'Mark each event as published as soon as its response has arrived, before the next request. A restart sends everything that is not marked.',
};

function fixOfPublisher(kind: FindingKind, guilty: RunFinding['guilty'], buses: FixContext['buses']): string {
  switch (kind) {
    case 'lost':
    case 'logged-only':
      return fixOfLoss(guilty, buses);
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
      return 'Make publish() do the same each time.';
  }
}

function fixOfLoss(guilty: RunFinding['guilty'], buses: FixContext['buses']): string {
  const last = guilty.at(-1);
  switch (last?.status) {
    case 'rejected':
      return 'A rejected entry comes inside a 200, which the SDK neither retries nor throws. Check `FailedEntryCount`, resend the entries whose result has an `ErrorCode`, and reject with those that are left.';
    case undefined:
      return 'Send every event before you resolve, or reject with those that were not sent.';
    case 'dropped': {
      const { bus } = last.entry;
      const dropped = guilty.filter(({ status, entry }) => status === 'dropped' && entry.bus === bus);
      const { text, fix } = unknownBus(bus, count(dropped.length, 'event'), [], buses);
      return `${text} ${fix}`;
    }
    default:
      return 'Do not swallow the error of a request: retry it, or reject with what was not sent.';
  }
}
