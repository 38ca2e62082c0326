import { checkKeys } from '../base/check-keys.js';
import { refuseExtraArguments, wrongUse } from '../base/errors.js';
import { clearRealTimeout, setRealTimeout } from '../base/runtime/real-timers.js';
import { describeValue } from '../base/words/describe-value.js';
import type { EventRecord } from '../service/event-record.js';
import type { SentEntry } from '../service/sent-entry.js';
import { EventAssertionError } from './assertion-error.js';
import type { AssertionContext } from './context.js';
import type { Evaluate } from './evaluate.js';

const DEFAULT_TIMEOUT = 1000;
const MAX_TIMEOUT = 2 ** 31 - 1;

/**
 * Waits for an event that matches, in the real time of Node, whatever clock the test fakes.
 * @returns its record
 * @throws {EventAssertionError} the text of a failed `toHavePublished`, when the timeout has passed
 */
export async function waitForEvent(
  context: AssertionContext,
  evaluate: Evaluate,
  args: readonly unknown[],
): Promise<EventRecord> {
  refuseExtraArguments('waitForEvent', ['match', 'options'], args);
  const [match, options] = args;
  const timeout = timeoutOption(options);
  const compiled = context.compileMatch(match, 'waitForEvent');
  const published = context.events().find((event) => compiled.test(event));
  if (published !== undefined) return published.eventRecord;
  return new Promise((resolve, reject) => {
    const { eventListeners } = context.journal;
    const stop = () => {
      eventListeners.delete(listener);
      clearRealTimeout(timer);
    };
    const listener = (event: SentEntry) => {
      try {
        if (!compiled.test(event)) return;
        stop();
        resolve(event.eventRecord);
      } catch (error) {
        // Not thrown into the code under test.
        stop();
        reject(error);
      }
    };
    const timer = setRealTimeout(() => {
      stop();
      const { text } = evaluate('published', [match], 'waitForEvent');
      reject(new EventAssertionError(`eb.waitForEvent(match)\n\nWaited ${timeout} ms. ${text(false)}`));
    }, timeout);
    eventListeners.add(listener);
  });
}

function timeoutOption(options: unknown = {}): number {
  const { timeout = DEFAULT_TIMEOUT } = checkKeys(options, ['timeout'], 'waitForEvent');
  if (typeof timeout === 'number' && timeout >= 0 && timeout <= MAX_TIMEOUT) return timeout;
  throw wrongUse(
    `waitForEvent: timeout must be a number of milliseconds, 0 or more, not ${describeValue(timeout)}.`,
  );
}
