import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, jest, test } from '@jest/globals';
import { TimerWatch } from '../../../../src/explore/search/running/timer-watch';

test('end() disables the storage, which Node would copy to every later promise', () => {
  const run = jest.spyOn(AsyncLocalStorage.prototype, 'run');
  const disable = jest.spyOn(AsyncLocalStorage.prototype, 'disable');
  const watch = new TimerWatch();
  watch.watched(() => undefined)();
  watch.end();

  expect(disable.mock.contexts).toEqual(run.mock.contexts);
  expect(run).toHaveBeenCalledTimes(1);
});
