import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, jest, test } from '@jest/globals';
import { TimerWatch } from '../../../../src/explore/search/running/timer-watch';

test('its end takes the work off every later promise', () => {
  const run = jest.spyOn(AsyncLocalStorage.prototype, 'run');
  const disable = jest.spyOn(AsyncLocalStorage.prototype, 'disable');
  const watch = new TimerWatch();
  watch.watched(() => undefined)();
  watch.end();

  // A storage that stays enabled is copied to each promise that the process creates.
  expect(disable.mock.contexts).toEqual(run.mock.contexts);
  expect(run).toHaveBeenCalledTimes(1);
});
