import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { scripts } from '../../package.json';

const ROOT = join(__dirname, '../..');

/** The files that an npm script runs: `node scripts/build.mjs`, `tsx scripts/verify-against/main.ts`. */
const filesOf = (script: string) =>
  [...script.matchAll(/\b(?:node|tsx) (\S+\.\w+)/g)].map(([, file]) => file);

test('every file that an npm script names exists', () => {
  const named = Object.entries(scripts).flatMap(([name, script]) =>
    filesOf(script).map((file) => ({ name, file })),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ file }) => !existsSync(join(ROOT, String(file))))).toEqual([]);
});
