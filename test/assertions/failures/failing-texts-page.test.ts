import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { failures } from './failing-texts.js';
import { failingTextsPage } from './failing-texts-page.js';

const file = resolve(__dirname, '../../../docs/failing-texts.md');

// `npm run docs:assertions` writes it.
test('docs/failing-texts.md shows every assertion as its tests pin it', () => {
  const page = failingTextsPage();
  if (process.env['UPDATE_TEXTS'] === '1') writeFileSync(file, page);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(page);
  expect(page.match(/^```text$/gm)?.length).toBeGreaterThanOrEqual(failures.length);
  expect(page).not.toContain('undefined\n```');
});
