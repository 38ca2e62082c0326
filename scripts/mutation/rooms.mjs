/**
 * The rooms that are mutated, with the tests that have to find it. Tests of properties, of hostile input and of very many
 * events are left out: they take seconds each. So are tests that mock a module, because all tests share their modules here.
 * They run in this order until one fails. `imports`: the files that are all of `fake-eventbridge` that they import.
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
      'assertions/(diagnosis/missing-events|failures/failures)',
    ],
  },
  journal: {
    mutate: ['src/journal/**/*.ts'],
    tests: [
      'journal/(?!long-ago).*',
      'engine',
      'assertions/(checks/(no-|only-|offered|verify).*|failures/failures)',
    ],
  },
  pattern: {
    mutate: ['src/pattern/**/*.ts'],
    // The rest of the package, and the SDK with it, would be loaded once for each of 3,700 mutants.
    imports: ['pattern/explain/explain', 'pattern/matches', 'pattern/pattern-matcher'],
    tests: [
      'pattern/language/(?!wildcard).*',
      'pattern/(matches|pattern-matcher|test-pattern|explain/(describe|explain|suggestion))',
      'pattern/matching/(?!events/scan-event).*',
      'conformance/event-(patterns|ruler-cases)',
      'pattern/(matching/events/scan-event|language/wildcard/.*)',
      'pattern/explain/suggestions',
    ],
  },
  assertions: {
    mutate: ['src/assertions/checks/**/*.ts'],
    // Not contracts.test.ts: it loads three schema libraries, which takes as long as everything else.
    tests: ['assertions/(bus-view|checks/(?!too-many).*|failures/failures)', 'rules/rules'],
  },
};
