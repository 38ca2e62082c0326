/**
 * The rooms that are mutated, with the tests that have to find it. Tests of properties, of hostile input and of very many
 * events are left out: they take seconds each.
 */
export const ROOMS = {
  service: {
    mutate: ['src/service/**/*.ts'],
    tests: ['service', 'wire/(headers|too-large)', 'fidelity/replay', 'journal/records.*', 'rules/rules'],
  },
  engine: {
    mutate: ['src/engine/**/*.ts'],
    tests: ['engine', 'wire', 'service', 'faults', 'journal', 'connect', 'server', 'fidelity/errors'],
  },
  faults: {
    mutate: ['src/faults/**/*.ts'],
    tests: ['faults', 'engine', 'fidelity/errors', 'assertions/verify'],
  },
  match: {
    mutate: ['src/match/**/*.ts'],
    tests: [
      'match',
      'assertions/(published|no-event-lost|bus-view)',
      'assertions/checks/(?!too-many).*',
      'assertions/verify/unused-faults',
      'faults/(refused|unused)-faults',
    ],
  },
  journal: {
    mutate: ['src/journal/**/*.ts'],
    tests: ['journal/(?!long-ago).*', 'engine', 'assertions/(?!large|causes)[^/]*'],
  },
  pattern: { mutate: ['src/pattern/**/*.ts'], tests: ['pattern', 'conformance', 'rules'] },
  assertions: {
    mutate: ['src/assertions/checks/**/*.ts'],
    tests: [
      'assertions/(?!large|causes|checks/too-many|failures/failures-elsewhere|failures/failing).*',
      'contracts',
      'rules',
    ],
  },
};
