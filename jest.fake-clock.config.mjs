import base from './jest.config.mjs';

/** What is about faults, claims and publishers once more, under Jest's fake timers: nothing may wait for a real clock. */
export default {
  ...base,
  displayName: 'fake clock',
  roots: [
    '<rootDir>/examples',
    '<rootDir>/test/assertions',
    '<rootDir>/test/faults',
    '<rootDir>/test/journal',
  ],
  fakeTimers: { enableGlobally: true },
};
