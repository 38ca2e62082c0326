/**
 * The rooms that are mutated, with the tests that have to find it. Tests of properties, of hostile input and of very many
 * events are left out: they take seconds each. So are tests that mock a module, because all tests share their modules here.
 * They run in this order until one fails.
 */
export const ROOMS = {
  service: {
    mutate: ['src/service/**/*.ts'],
    tests: ['service', 'engine/max-body-bytes', 'fidelity/replay', 'journal/records.*', 'rules/rules'],
  },
  engine: {
    mutate: ['src/engine/**/*.ts'],
    tests: [
      'engine',
      'wire/(request|decode|encode)',
      'service/test-event-pattern',
      'connect/(client|strays|timing)',
      'faults/(faults|(entry|request|connection)-errors)',
      'journal/(records|in-flight-calls|retryable-calls|logical-events)',
      'fidelity/errors',
    ],
  },
  faults: {
    mutate: ['src/faults/**/*.ts'],
    tests: [
      'faults/(?!fault-plan).*',
      'engine/put-events',
      'assertions/checks/verify/unused-faults',
      'faults/fault-plan',
    ],
  },
  match: {
    mutate: ['src/match/**/*.ts'],
    tests: [
      'match',
      'assertions/bus-view',
      'assertions/checks/(?!too-many).*',
      'faults/(faults|fault-handle|entry-match)',
    ],
  },
  journal: {
    mutate: ['src/journal/**/*.ts'],
    tests: ['journal/(?!long-ago).*', 'engine', 'assertions/checks/(no-|only-|offered|verify).*'],
  },
  pattern: { mutate: ['src/pattern/**/*.ts'], tests: ['pattern', 'conformance', 'rules'] },
  assertions: {
    mutate: ['src/assertions/checks/**/*.ts'],
    tests: ['assertions/(bus-view|checks/(?!too-many).*|failures/failures)', 'contracts', 'rules'],
  },
};
