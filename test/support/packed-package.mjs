// Sets up a project that has the packed package installed, once for all tests in test/consumers.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/**
 * What the project depends on. The versions are those of this repository, whose copies are linked, as pnpm does it. The
 * package finds its peers, and nothing else that happens to be installed here.
 */
const PACKAGES = [
  '@aws-sdk/client-eventbridge',
  '@jest/globals',
  '@swc/core',
  '@swc/jest',
  '@types/jest',
  '@types/node',
  'expect',
  'jest',
  'mocha',
  'sinon',
  'tsx',
  'typescript',
  'vitest',
];

export default function setUp() {
  // `npm test` has just built and packed it.
  if (process.env.FAKE_EVENTBRIDGE_PACKED !== '1')
    execFileSync(process.execPath, ['scripts/tarball.mjs'], { cwd: root, stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'fake-eventbridge-consumer-'));
  cpSync(join(root, 'test/consumers/project'), folder, { recursive: true });
  cpSync(join(root, 'test/consumers/projects/setup'), join(folder, 'setup'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  const installed = join(folder, 'node_modules/fake-eventbridge');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(root, '.tmp/package.tgz'), '-C', installed, '--strip-components', '1']);
  for (const name of PACKAGES) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
  process.env.FAKE_EVENTBRIDGE_CONSUMER = folder;
}

export function tearDown() {
  rmSync(process.env.FAKE_EVENTBRIDGE_CONSUMER, { recursive: true, force: true });
}
