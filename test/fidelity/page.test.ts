import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../support/root';
import { fidelityPage, readmeNumbers } from './page';

/** `npm run docs:fidelity` writes what the tests otherwise compare. */
const isWriting = process.env['UPDATE_FIDELITY'] === '1';

function compare(file: string, expected: string): void {
  const path = resolve(root, file);
  if (isWriting) writeFileSync(path, expected);
  expect(readFileSync(path, 'utf8')).toBe(expected);
}

test('docs/fidelity.md is written from the table', () => {
  compare('docs/fidelity.md', fidelityPage());
});

test('README.md has the numbers of the table', () => {
  const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
  const marked = /<!-- fidelity -->.*?<!-- \/fidelity -->/s;
  expect(readme).toMatch(marked);
  compare(
    'README.md',
    readme.replace(marked, () => readmeNumbers()),
  );
});
