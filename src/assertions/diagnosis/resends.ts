import type { Sending } from '../../journal/logical-events/logical-event.js';
import type { Cause } from './cause.js';

/** Who sent an event again that a bus has already, and why. */
export function resendCause(first: Sending, second: Sending, what: string): Cause {
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
    const isBatch = first.attempt.outcome === 'failed in part';
    return isBatch
      ? {
          code: 'resent-whole-batch',
          text: `${what}: ${who} resent the whole batch ${inRequest} after one entry of request ${request} failed.`,
          fix: '`response.Entries[i]` is the result of `Entries[i]`: resend only the entries whose result has an `ErrorCode`.',
        }
      : {
          code: 'sent-twice',
          text: `${what}: ${who} resent it ${inRequest}, although request ${request} had already accepted it.`,
          fix: 'Call the function that publishes once. Keep the response of a request that succeeded, also when another request fails.',
        };
  }
  if (first.isAnswered)
    return {
      code: 'resent-before-response',
      text: `${what}: ${who} resent it ${inRequest} before request ${request} was answered.`,
      fix: 'Await the response before you send the event again.',
    };
  return {
    code: 'lost-response',
    text: `${what}: ${who} resent it ${inRequest}, because the response to request ${request} was lost.`,
    fix: 'EventBridge keeps both events. Put an id of your own into the detail, so that consumers can detect duplicates.',
  };
}
