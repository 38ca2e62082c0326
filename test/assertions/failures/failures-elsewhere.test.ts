import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { BUILD_OPTIONS, buildSources } from '../../support/build-sources.js';
import { NODE_OPTIONS } from '../../support/node-options.js';
import { root } from '../../support/root.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { failures, hasMethod, settled } from './failing-texts.js';

/** The library and the tests as JavaScript, at the paths that they have in the repository. */
const built = temporaryFolder('failures');
const builtTests = join(built, 'test/assertions/failures');

beforeAll(() => {
  buildSources(join(built, 'src'));
  buildSync({
    ...BUILD_OPTIONS,
    entryPoints: ['failures.vitest.ts', 'failures.node.ts'].map((file) => join(__dirname, file)),
    outdir: builtTests,
    external: ['../../../src/*'],
    define: { 'import.meta.dirname': JSON.stringify(__dirname) },
    // The texts have locations in the sources.
    sourcemap: 'inline',
  });
});

/** Runs a program of the project. @returns how it ended, and what it printed */
function run(args: readonly string[], colours: '0' | '1') {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      FORCE_COLOR: colours,
      NO_COLOR: colours === '0' ? '1' : undefined,
      NODE_OPTIONS,
    },
  });
  return { status, text: stdout + stderr };
}

test.each<['plain' | 'coloured', '0' | '1']>([
  ['plain', '0'],
  ['coloured', '1'],
])(
  'every assertion fails in Vitest with the words that it has in Jest, %s',
  (_, colours) => {
    const config = join(__dirname, 'vitest.config.mjs');
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, '--root', builtTests];
    const { status, text } = run(args, colours);
    expect({ status, text: status === 0 ? '' : text }).toEqual({ status: 0, text: '' });
    const withMatchers = failures.filter(({ assertion }) => assertion.matcher !== undefined);
    // And one about snapshots.
    expect(settled(text)).toMatch(new RegExp(`Tests +${withMatchers.length + 1} passed`));
  },
  120_000,
);

test.each<['0' | '1']>([['0'], ['1']])(
  'every assertion fails in Jest with and without colours, FORCE_COLOR=%s',
  (colours) => {
    const { status, text } = run(
      [
        'node_modules/jest/bin/jest.js',
        '--config',
        'test/support/jest-base.mjs',
        '--ci',
        join(__dirname, 'failures.test.ts'),
      ],
      colours,
    );
    expect({ status, text: status === 0 ? '' : text }).toEqual({ status: 0, text: '' });
  },
  120_000,
);

test.each<['0' | '1']>([['0'], ['1']])(
  'every assertion fails in node:test with the words that it has in Jest, FORCE_COLOR=%s',
  (colours) => {
    const file = join(builtTests, 'failures.node.js');
    const args = ['--enable-source-maps', '--no-warnings', '--test', '--test-reporter', 'tap', file];
    const { status, text } = run(args, colours);
    expect({ status, text: status === 0 ? '' : text }).toEqual({ status: 0, text: '' });
    expect(text).toContain(`# pass ${failures.filter(hasMethod).length + 1}`);
  },
  120_000,
);
