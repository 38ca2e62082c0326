// Builds, and packs what is published as .tmp/package.tgz. Checks and tests of the package take this one file.
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';

execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
mkdirSync('.tmp', { recursive: true });
const printed = execFileSync(
  'npm',
  ['pack', '--json', '--ignore-scripts', '--loglevel', 'error', '--pack-destination', '.tmp'],
  { encoding: 'utf8' },
);
const [{ filename }] = JSON.parse(printed);
renameSync(`.tmp/${filename}`, '.tmp/package.tgz');
