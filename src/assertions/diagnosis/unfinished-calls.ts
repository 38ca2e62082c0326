import { count } from '../../base/words/english.js';
import { JournalAttempt } from '../../journal/attempt.js';
import type { AssertionContext } from '../context.js';
import type { Cause } from './cause.js';

/** Calls that have begun and not finished: what they send may be what an assertion misses. */
export function unfinishedCalls(context: AssertionContext): Cause[] {
  const number = Math.max(sendsInFlight(context), pendingCalls(context));
  return number === 0 ? [] : [unfinished(number, context)];
}

/** The same of calls whose request has not arrived: the journal knows nothing else of them. */
export function callsWithoutRequest(context: AssertionContext): Cause[] {
  const number = sendsInFlight(context) - pendingCalls(context);
  return number <= 0 ? [] : [unfinished(number, context)];
}

/** The calls whose request has arrived and has no response yet. */
function pendingCalls({ journal }: AssertionContext): number {
  return journal.calls.filter(({ attempts }) => attempts.at(-1)?.outcome === 'pending').length;
}

/** A request that is held or delayed is in flight beside the `send` that it belongs to. */
function sendsInFlight({ journal }: AssertionContext): number {
  return [...journal.inFlight.all].filter((call) => !(call instanceof JournalAttempt)).length;
}

function unfinished(number: number, { journal }: AssertionContext): Cause {
  return {
    code: 'unfinished-call',
    text: `${count(number, 'call')} of client.send had not finished when the assertion ran.`,
    fix: 'Await the function that publishes, or wait for it with await eb.settled().',
    about: [...journal.inFlight.all],
  };
}
