import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { assertionsPage } from './assertions-page.js';
import { failures } from './failing-texts.js';

const file = resolve(__dirname, '../../../docs/assertions.md');

// `npm run docs:assertions` writes it.
test('docs/assertions.md shows every claim as its tests pin it', () => {
  const page = assertionsPage();
  if (process.env['UPDATE_TEXTS'] === '1') writeFileSync(file, page);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(page);
  expect(page.match(/^```text$/gm)?.length).toBeGreaterThanOrEqual(failures.length);
  expect(page).not.toContain('undefined\n```');
});
