import { count } from '../../../base/words/english.js';
import type { JournalAttempt } from '../../../journal/attempt.js';
import type { Sending } from '../../../journal/logical-events/logical-event.js';
import type { LogicalEvents } from '../../../journal/logical-events/logical-events.js';
import { describeEntry, describeEntryBriefly } from '../../report/describe-sending.js';
import type { Cause } from '../cause.js';
import { isTransient } from './transient.js';

const FIX =
  '`response.Entries[i]` is the result of `Entries[i]` of the same request: resend the entries whose result has an `ErrorCode`.';

/** A request that resent accepted entries, while an entry that had been rejected was never resent. */
export interface WrongResend {
  /** @param what the rejected entry, as the reader knows it */
  causeOfLoss(what: string): Cause;
  /** @param what the accepted entry, as the reader knows it */
  causeOfResend(what: string): Cause;
}

/**
 * The request that resent other entries than this one.
 * @param failed the only sending of an event, rejected
 */
export function wrongResend(failed: Sending, logicalEvents: LogicalEvents): WrongResend | undefined {
  for (const { sendings } of logicalEvents.resent)
    for (const { attempt } of sendings) {
      const accepted = acceptedIn(attempt, logicalEvents);
      if (failed.wasKnownFailedBefore(attempt) && accepted !== undefined)
        return describe(failed, attempt, accepted);
    }
  return undefined;
}

/** The same, seen from the request: a rejected entry that it should have resent. */
export function wrongResendIn(
  attempt: JournalAttempt,
  logicalEvents: LogicalEvents,
): WrongResend | undefined {
  const accepted = acceptedIn(attempt, logicalEvents);
  if (accepted === undefined) return undefined;
  const failed = logicalEvents.all
    .map(({ sendings }) => sendings)
    .find(
      ([first, ...others]) =>
        others.length === 0 && isTransient(first) && first.wasKnownFailedBefore(attempt),
    );
  return failed && describe(failed[0], attempt, accepted);
}

/** The accepted entries that a request resent; `undefined` where it also sent something new. */
function acceptedIn(attempt: JournalAttempt, logicalEvents: LogicalEvents): readonly Sending[] | undefined {
  const sendings = logicalEvents.sendingsIn(attempt);
  if (sendings.some(({ event }) => event.sendings[0].attempt.call === attempt.call)) return undefined;
  const accepted = sendings.filter(({ event }) =>
    event.sendings.some((earlier) => earlier.wasKnownAcceptedBefore(attempt)),
  );
  return accepted.length === 0 ? undefined : accepted;
}

function describe(failed: Sending, { request }: JournalAttempt, accepted: readonly Sending[]): WrongResend {
  const rejection = `request ${failed.attempt.request} (${failed.error?.code})`;
  const cause = (text: string): Cause => ({
    code: 'resent-wrong-entries',
    text,
    fix: FIX,
    about: [failed.entry, ...accepted.map(({ entry }) => entry)],
  });
  const [first] = accepted;
  const others = accepted.length - 1;
  const resent = `${describeEntryBriefly(first?.entry.raw ?? {})}${others === 0 ? '' : ` and ${count(others, 'other entry', 'other entries')}`}`;
  return {
    causeOfLoss: (what) =>
      cause(
        `EventBridge rejected ${what} in ${rejection}, but your code resent other entries. Request ${request} resent ${resent}, which had been accepted.`,
      ),
    causeOfResend: (what) =>
      cause(
        `${what}: your code resent it in request ${request}. It did not resend ${describeEntry(failed.entry.raw)}, which EventBridge had rejected in ${rejection}.`,
      ),
  };
}
