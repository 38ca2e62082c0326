import timers from 'node:timers';

/** Node's own timers, taken before a test can replace them: what waits on them also ends under a fake clock. */
export const {
  setTimeout: setRealTimeout,
  clearTimeout: clearRealTimeout,
  setImmediate: setRealImmediate,
} = timers;
