import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';

test('docs/api.md is written from the TSDoc of what the package exports', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/docs-api.mjs', '--check'], {
    cwd: resolve(__dirname, '../..'),
    encoding: 'utf8',
  });
  expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
});
