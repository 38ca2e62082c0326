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
    tests: ['faults', 'engine', 'fidelity/errors', 'assertions/checks/verify'],
  },
  match: {
    mutate: ['src/match/**/*.ts'],
    tests: ['match', 'assertions/bus-view', 'assertions/checks/(?!too-many).*', 'faults/(faults|handles)'],
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
