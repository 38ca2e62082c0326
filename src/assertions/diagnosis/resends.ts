import { count, joinWithAnd, times } from '../../base/words/english.js';
import type { JournalAttempt } from '../../journal/attempt.js';
import type { LogicalEvent, Sending } from '../../journal/logical-events/logical-event.js';
import type { LogicalEvents } from '../../journal/logical-events/logical-events.js';
import type { Cause } from './cause.js';
import { wrongResendIn } from './rejections/wrong-resends.js';

const TELL_APART = 'If these are two events with equal contents, tell them apart with the option `identify`.';

/** Who sent an event again that a bus has already, and why. */
export function resendCause(
  first: Sending,
  second: Sending,
  logicalEvents: LogicalEvents,
  what: string,
): Cause {
  const request = first.attempt.request;
  const inRequest = `in request ${second.attempt.request}`;
  if (first.attempt === second.attempt)
    return {
      code: 'same-identity',
      text: `${what}: request ${request} holds it twice, and the option \`identify\` returns the same string for both entries.`,
    };
  // The SDK repeats a request within a call; whatever comes in another call, the publisher sent.
  const who = first.attempt.call === second.attempt.call ? 'the SDK' : 'your code';
  if (first.wasKnownAcceptedBefore(second.attempt)) {
    const failed = failedOf(first.attempt, logicalEvents);
    const resent = new Set(logicalEvents.sendingsIn(second.attempt).map(({ event }) => event));
    if (failed.some(({ event }) => resent.has(event))) {
      const isWhole = logicalEvents.sendingsIn(first.attempt).every(({ event }) => resent.has(event));
      return {
        code: 'resent-whole-batch',
        text: `${what}: ${who} resent ${isWhole ? 'the whole batch' : 'it too'} ${inRequest} after ${failed.length === 1 ? 'one entry' : count(failed.length, 'entry', 'entries')} of request ${request} failed.`,
        fix: '`response.Entries[i]` is the result of `Entries[i]`: resend only the entries whose result has an `ErrorCode`.',
      };
    }
    const wrong = wrongResendIn(second.attempt, logicalEvents);
    if (wrong !== undefined) return wrong.causeOfResend(what);
    return firstFailedRequest(logicalEvents) < second.attempt.request
      ? {
          code: 'sent-twice',
          text: `${what}: ${who} resent it ${inRequest}, although request ${request} had already accepted it.`,
          fix: `Call the function that publishes once. Keep the response of a request that succeeded, also when another request fails. ${TELL_APART}`,
        }
      : {
          code: 'sent-twice',
          text: `${what}: ${who} sent it ${sentCalmly(first.event, logicalEvents)}, although nothing had failed.`,
          fix: `Call the function that publishes once. ${TELL_APART}`,
        };
  }
  if (first.isAnswered)
    return {
      code: 'resent-before-response',
      text: `${what}: ${who} sent it twice: request ${second.attempt.request} began before request ${request} was answered.`,
      fix: `Await the response before you send the event again. ${TELL_APART}`,
    };
  return {
    code: 'lost-response',
    text: `${what}: ${who} resent it ${inRequest}, because the response to request ${request} was lost.`,
    fix: 'EventBridge keeps both events. Put an id of your own into the detail, so that consumers can detect duplicates.',
  };
}

/** `twice, in requests 1 and 2`: how often an event was sent before anything failed. */
function sentCalmly({ sendings }: LogicalEvent, logicalEvents: LogicalEvents): string {
  const failed = firstFailedRequest(logicalEvents);
  const calm = sendings.filter(({ attempt }) => attempt.request <= failed);
  const requests = calm.slice(0, MAX_REQUESTS).map(({ attempt }) => String(attempt.request));
  const more = calm.length - requests.length;
  return `${times(calm.length)}, in requests ${joinWithAnd(more === 0 ? requests : [...requests, `${more} more`])}`;
}

const MAX_REQUESTS = 4;

/** The first request that failed: only what was sent after it was resent. `Infinity` where none failed. */
export function firstFailedRequest({ attempts }: LogicalEvents): number {
  return attempts.find(({ outcome }) => FAILED.has(outcome))?.request ?? Number.POSITIVE_INFINITY;
}

const FAILED: ReadonlySet<string> = new Set(['failed', 'failed in part', 'unanswered']);

function failedOf(attempt: JournalAttempt, logicalEvents: LogicalEvents): readonly Sending[] {
  return logicalEvents.sendingsIn(attempt).filter(({ status }) => status === 'rejected');
}
