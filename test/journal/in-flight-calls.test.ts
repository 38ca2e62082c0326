import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry, put } from '../support/put-events';

/** Whether a promise has been resolved, a few turns of the event loop later. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  promise.then(() => {
    done = true;
  });
  for (let n = 0; n < 5; n++) await new Promise(setImmediate);
  return done;
}

test('settled() waits for the last of several calls, and everyone who waits resumes', async () => {
  const eb = fakeEventBridge();
  const held = eb.hold();
  const sending = put(eb, entry());
  await held.reached();
  const second = eb.hold();
  const later = put(eb, entry());
  await second.reached();
  const waiting = [eb.settled(), eb.settled()];
  held.release();
  await sending;
  expect(await isDone(Promise.all(waiting))).toBe(false);
  second.release();
  await later;
  await Promise.all(waiting);
  expect(eb.events).toHaveLength(2);
});

test('reset() ends the waiting for calls of the test before', async () => {
  const eb = fakeEventBridge();
  const held = eb.hold();
  const sending = put(eb, entry());
  await held.reached();
  const waiting = eb.settled();
  expect(await isDone(waiting)).toBe(false);
  eb.reset();
  await waiting;
  await sending;
  expect(eb.calls).toEqual([]);
  expect(eb.events).toEqual([]);
});
