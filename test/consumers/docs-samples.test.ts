import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { blockOf, fixedTest } from '../support/readme';
import { root } from '../support/root';
import { temporaryFolder } from '../support/temporary-folder';

const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => `docs/${file}`);
const folder = temporaryFolder('docs');

/** Every `ts` block of a page: a test file as a reader would paste it. */
const samples = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ''], index) => {
    const file = `${basename(page, '.md')}-${index + 1}.test.ts`;
    writeFileSync(join(folder, file), code);
    return file;
  }),
);
// What the samples call "your code".
copyFileSync(join(root, 'examples/order-publisher/publish-orders.ts'), join(folder, 'publish-orders.ts'));
// `test/consumers/readme.test.ts` runs the README. Here it is compiled alone, so its files are not named as tests.
mkdirSync(join(folder, 'readme'));
const quickStarts = ['orders.vitest.test.ts', 'orders.node.test.ts', 'orders.spec.ts'];
for (const [name, code] of [
  ...Object.entries(fixedTest),
  ...quickStarts.map((name) => [name, blockOf(name)]),
])
  writeFileSync(join(folder, 'readme', String(name).replace(/\.(test|spec)\.ts$/, '.ts')), String(code));

const run = (program: string, ...args: string[]) => {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', program), ...args],
    { cwd: root, encoding: 'utf8', env },
  );
  return { status, text: stdout + stderr };
};

test('there are samples, of the guides as well', () => {
  expect(pages.filter((page) => page.startsWith('docs/guides/'))).toHaveLength(3);
  expect(samples.length).toBeGreaterThanOrEqual(20);
});

test('every sample compiles', () => {
  const config = {
    extends: '../../tsconfig.test.json',
    include: ['.'],
    exclude: [],
    // Readers use the globals of Jest and of Mocha: `describe`, `it`, `expect`.
    compilerOptions: { rootDir: '../..', paths: {}, types: ['node', 'jest'] },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  expect(run('typescript-native/bin/tsc', '-p', folder)).toEqual({ status: 0, text: '' });
});

test('every sample runs', () => {
  const { status, text } = run(
    'jest/bin/jest.js',
    '--config',
    'test/support/jest-built.mjs',
    '--roots',
    folder,
    '--ci',
  );
  expect({ status, text: status === 0 ? '' : text }).toEqual({ status: 0, text: '' });
  expect(text).toMatch(new RegExp(`Test Suites: ${samples.length} passed`));
});
