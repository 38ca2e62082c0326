/**
 * The rooms that are mutated, with the tests that have to find it. Tests of properties and of hostile input are left out:
 * they take seconds each.
 */
export const ROOMS = {
  service: {
    mutate: ['src/service/**/*.ts'],
    tests: ['service', 'wire/(headers|too-large)', 'fidelity/replay'],
  },
  engine: {
    mutate: ['src/engine/**/*.ts'],
    tests: ['engine', 'wire', 'service', 'faults', 'journal', 'connect', 'server', 'fidelity/errors'],
  },
  faults: { mutate: ['src/faults/**/*.ts'], tests: ['faults', 'engine', 'fidelity/errors', 'server'] },
  match: {
    mutate: ['src/match/**/*.ts'],
    tests: ['match', 'assertions/[^/]+', 'runners', 'pattern', 'faults'],
  },
  journal: { mutate: ['src/journal/**/*.ts'], tests: ['journal', 'engine', 'assertions/[^/]+'] },
  pattern: { mutate: ['src/pattern/**/*.ts'], tests: ['pattern', 'conformance', 'rules'] },
  assertions: {
    mutate: ['src/assertions/checks/**/*.ts'],
    tests: ['assertions', 'engine', 'contracts', 'rules'],
  },
};
