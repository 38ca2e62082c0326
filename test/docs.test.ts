import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import * as library from 'fake-eventbridge';
import { blockOf, fixedTest } from './support/readme';
import { root } from './support/root';

const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => `docs/${file}`);
mkdirSync(join(root, '.tmp'), { recursive: true });
const folder = mkdtempSync(join(root, '.tmp', 'docs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
    compilerOptions: { rootDir: '../..', paths: paths(), types: ['node', 'jest'] },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  expect(run('typescript/bin/tsc', '-p', folder)).toEqual({ status: 0, text: '' });
});

test('every sample runs', () => {
  const { status, text } = run(
    'jest/bin/jest.js',
    '--config',
    'test/support/jest-base.mjs',
    '--roots',
    folder,
    '--ci',
  );
  expect({ status, text: status === 0 ? '' : text }).toEqual({ status: 0, text: '' });
  expect(text).toMatch(new RegExp(`Test Suites: ${samples.length} passed`));
});

/** As the error for an option that does not exist lists them. */
function optionNames(): string[] {
  try {
    Reflect.apply(library.fakeEventBridge, undefined, [{ noSuchOption: 1 }]);
  } catch (error) {
    const [, names = ''] = / There are (.*)\.$/.exec(String(error)) ?? [];
    return names.replaceAll('"', '').split(/, | and /);
  }
  throw new Error('no error');
}

/** The paths of the test configuration, seen from the folder of the samples. */
function paths(): Record<string, string[]> {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.test.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries<string[]>(compilerOptions.paths).map(([name, files]) => [
      name,
      files.map((file) => join(root, file)),
    ]),
  );
}

test('docs/api.md has every method and property of the fake, every option, matcher and export', () => {
  const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
  const names = [
    ...Object.keys(library.fakeEventBridge()),
    ...Object.keys(library.matchers),
    ...Object.keys(library),
    ...optionNames(),
  ];
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([]);
});

test('docs/troubleshooting.md quotes errors as the code has them', () => {
  const page = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8');
  const [, ours = ''] = /^## Errors$(.*?)^## /ms.exec(page) ?? [];
  const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
    .join('\n');
  const quoted = [...ours.matchAll(/^### `(.+)`$/gm)].flatMap(([, text = '']) => text.split('…'));
  const texts = quoted.map((text) => text.replace(/"DetailType"/, '"${key}"').trim());
  expect(texts.length).toBeGreaterThan(8);
  expect(texts.filter((text) => !code.includes(text))).toEqual([]);
});
