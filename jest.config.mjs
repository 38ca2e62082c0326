import base from './test/support/jest-base.mjs';

/** Tests that start other programs: compilers, other runners, clients in other languages. Each takes seconds. */
const PROGRAMS = [
  'test/assertions/failures/failures-elsewhere.test.ts',
  'test/examples/order-publisher.test.ts',
  'test/explore/story/create-report.test.ts',
  'test/foreign/foreign-clients.test.ts',
  'test/types/completions.test.ts',
].map((file) => `<rootDir>/${file}`);
/** Tests of hundreds or thousands of runs each: properties, and publishers that are explored whole. */
const PROPERTIES = [
  ...['defects', 'leaves-nothing-behind', 'publishers'].map(
    (name) => `<rootDir>/test/explore/${name}.test.ts`,
  ),
  '<rootDir>/test/properties/**/*.test.ts',
];
const PACKAGE = '<rootDir>/test/consumers/';
const IGNORED = ['/node_modules/'];

export default {
  // Jest leaves one core unused, which is half of a small machine.
  maxWorkers: '100%',
  // Only a hang may end a test: how fast it runs depends on the machine.
  testTimeout: 300_000,
  reporters: ['<rootDir>/test/support/short-reporter.mjs'],
  testSequencer: '<rootDir>/test/support/heavy-first.mjs',
  projects: [
    {
      ...base,
      displayName: 'unit',
      roots: ['<rootDir>/test', '<rootDir>/examples'],
      testPathIgnorePatterns: [
        ...IGNORED,
        PACKAGE,
        ...PROGRAMS,
        ...PROPERTIES.map((file) => file.replace('**/*.test.ts', '')),
      ],
    },
    {
      // Nothing in the path of a call may wait for a clock that the test has replaced.
      ...base,
      displayName: 'fake clock',
      roots: ['<rootDir>/examples', '<rootDir>/test'],
      testMatch: [
        '<rootDir>/examples/**/*.test.ts',
        '<rootDir>/test/faults/**/*.test.ts',
        '<rootDir>/test/assertions/checks/verify/unused-faults.test.ts',
        '<rootDir>/test/base/excerpt.test.ts',
      ],
      testPathIgnorePatterns: IGNORED,
      fakeTimers: { enableGlobally: true },
    },
    { ...base, displayName: 'programs', roots: ['<rootDir>/test'], testMatch: PROGRAMS },
    { ...base, displayName: 'properties', roots: ['<rootDir>/test'], testMatch: PROPERTIES },
    {
      ...base,
      displayName: 'package',
      roots: ['<rootDir>/test/consumers'],
      testPathIgnorePatterns: IGNORED,
      globalSetup: '<rootDir>/test/support/packed-package.mjs',
      globalTeardown: '<rootDir>/test/support/packed-package-removed.mjs',
    },
  ],
};
