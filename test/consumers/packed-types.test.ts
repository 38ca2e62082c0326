import { beforeAll, expect, test } from '@jest/globals';
import { runInConsumer } from '../support/consumer';

interface Checked {
  readonly checked: string[];
  readonly errors: string;
}

const NODENEXT = { module: 'nodenext', moduleResolution: 'nodenext' };
const INDEX = 'node_modules/fake-eventbridge/dist/cjs/index.d.ts';

/** A file of the project, and the options of the compiler that matter to it. */
const programs = [
  ['has declarations without errors: module nodenext', 'typed.ts', NODENEXT],
  [
    'has declarations without errors: module esnext, resolution bundler',
    'typed.ts',
    { module: 'esnext', moduleResolution: 'bundler' },
  ],
  [
    'has declarations without errors: module commonjs, resolution node10',
    'typed.ts',
    { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' },
  ],
  [
    'has types for the globals of Jest, in which a misspelt matcher does not compile',
    'typed-globals.ts',
    { ...NODENEXT, types: ['jest', 'node'] },
  ],
  [
    'has types for a test file that imports its fake from a setup file',
    'typed-setup-file.ts',
    { module: 'commonjs', moduleResolution: 'bundler', types: ['jest', 'node'] },
  ],
  ['has types for Vitest, in which a misspelt matcher does not compile', 'typed-vitest.ts', NODENEXT],
] as const;

let results: Checked[];
beforeAll(async () => {
  const asked = JSON.stringify(programs.map(([, file, options]) => [file, options]));
  const { status, text } = await runInConsumer('check-types.cjs', asked);
  if (status !== 0) throw new Error(text);
  results = JSON.parse(text);
});

test.each(programs.map(([title, file], index) => ({ title, file, index })))('$title', ({ file, index }) => {
  expect(results[index]?.errors).toBe('');
  expect(results[index]?.checked).toEqual(expect.arrayContaining([file, INDEX]));
});
