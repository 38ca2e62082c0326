import { inFile, NEVER_ABSENT } from './in-file.mjs';

export default [
  ...inFile('engine/answer.ts', {
    "''": NEVER_ABSENT,
  }),
  ...inFile('engine/engine.ts', {
    "''": 'what Stryker writes is as unknown an operation as an empty one',
    "{ kind: 'results' }": 'what the journal does not have has no ending that anyone reads',
    "'results'": 'what the journal does not have has no ending that anyone reads',
    '!(error instanceof SerializationError)': 'nothing else is thrown',
  }),
  ...inFile('engine/strays.ts', { "''": NEVER_ABSENT }),
  ...inFile('engine/put-events.ts', {
    'this.#stopWaiting?.()':
      'only a socket that closes while its answer is written; these tests run in process',
    '!(error instanceof SerializationError)': 'nothing else is thrown',
  }),
];
