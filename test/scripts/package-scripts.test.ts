import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { scripts } from '../../package.json';

const ROOT = join(__dirname, '../..');

/** The files that an npm script runs: `node scripts/run-typescript.mjs scripts/prose/main.ts` runs two. */
const filesOf = (script: string) => script.match(/\bscripts\/\S+\.\w+/g) ?? [];

test('every file that an npm script names exists', () => {
  const named = Object.entries(scripts).flatMap(([name, script]) =>
    filesOf(script).map((file) => ({ name, file })),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ file }) => !existsSync(join(ROOT, file)))).toEqual([]);
});
