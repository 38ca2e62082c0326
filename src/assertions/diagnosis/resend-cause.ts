import type { Sending } from '../../journal/logical-event.js';

/** Who sent an event again that a bus has already, and what it knew. */
export function sentAgain(first: Sending, second: Sending): string {
  const again = `sent it again as request ${second.attempt.request}`;
  if (first.attempt === second.attempt)
    return 'both in one request, and the option identify says that they are one';
  const who = second.isRetryOfSdk && first.attempt.call === second.attempt.call ? 'the SDK' : 'the publisher';
  if (first.wasKnownAcceptedBefore(second.attempt))
    return `${who} ${again}, though request ${first.attempt.request} had been answered: accepted`;
  if (first.isAnswered) return `${who} ${again} before request ${first.attempt.request} was answered`;
  return `the answer to request ${first.attempt.request} never arrived, and ${who} ${again}`;
}
