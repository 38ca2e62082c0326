import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = resolve(__dirname, '../..');
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'fake-eventbridge-consumer-'));
let installed = '';

/** Runs a program in the consumer's project. @returns what it printed, on both streams, and how it ended */
function run(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', JEST_WORKER_ID: undefined, NODE_OPTIONS: '' },
  });
  return { status, text: stdout + stderr };
}

// The tarball, as a user gets it, in a project of its own.
beforeAll(() => {
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
    }),
  );
  cpSync(join(__dirname, 'project'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  const packages = [
    '@aws-sdk/client-eventbridge',
    '@jest/globals',
    '@types/jest',
    'jest',
    'vitest',
    'typescript',
    '@types/node',
  ];
  const versions = packages.map((name) => `${name}@${devDependencies[name]}`);
  const { status, text } = run(
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    join(folder, filename),
    ...versions,
  );
  if (status !== 0) throw new Error(text);
  installed = text;
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed package', () => {
  test('installs without a word about peers', () => {
    expect(installed).not.toMatch(/peer|ERESOLVE/i);
  });

  test('works in Jest, in CommonJS, and fails with its text', () => {
    const { status, text } = run('npx', 'jest', '--ci', 'jest.test.js');
    expect(status).toBe(1);
    expect(text).toContain('Tests:       1 failed, 1 passed, 2 total');
    expect(text).toContain('expect(eb).toHavePublished(match)');
    expect(text).toContain('detail.orderId: expected "o-2", published "o-1"');
  }, 120_000);

  test('works in Vitest, with the same text', () => {
    const { status, text } = run('npx', 'vitest', 'run', 'vitest.test.mjs');
    expect(status).toBe(1);
    expect(text).toMatch(/Tests {2}1 failed \| 1 passed \(2\)/);
    expect(text).toContain('expect(eb).toHavePublished(match)');
    expect(text).toContain('detail.orderId: expected "o-2", published "o-1"');
  }, 120_000);

  test('works in a plain ESM script', () => {
    expect(run(process.execPath, '--no-warnings', 'script.mjs')).toEqual({ status: 0, text: 'ESM works\n' });
  });

  test('works in node:test, in CommonJS', () => {
    const { status, text } = run(process.execPath, '--no-warnings', '--test', 'script.cjs');
    expect(status).toBe(0);
    expect(text).toMatch(/pass 1/);
  });

  test.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
    ['commonjs', 'node10'],
  ])(
    'has declarations that compile without skipLibCheck: module %s, resolution %s',
    (module, moduleResolution) => {
      const ignore = moduleResolution === 'node10' ? ['--ignoreDeprecations', '6.0'] : [];
      const { text } = run(
        'npx',
        'tsc',
        ...[
          '--noEmit',
          '--strict',
          '--target',
          'es2022',
          '--lib',
          'es2022,dom,esnext.disposable',
          '--types',
          'node',
        ],
        ...['--module', module, '--moduleResolution', moduleResolution, ...ignore, 'typed.ts'],
      );
      // What other packages' declarations have to answer for is theirs.
      expect(
        text.split('\n').filter((line) => line.startsWith('typed.ts') || line.includes('fake-eventbridge/')),
      ).toEqual([]);
    },
    120_000,
  );

  test.each([
    ['the globals of Jest', 'typed-globals.ts', 'jest,node'],
    ['Vitest', 'typed-vitest.ts', 'node'],
  ])(
    'has types for %s, in which a misspelt matcher does not compile',
    (_, file, types) => {
      const options = [
        '--noEmit',
        '--strict',
        '--skipLibCheck',
        '--target',
        'es2022',
        '--module',
        'nodenext',
      ];
      const { status, text } = run(
        'npx',
        'tsc',
        ...options,
        '--lib',
        'es2022,dom,esnext.disposable',
        '--types',
        types,
        file,
      );
      expect({ status, errors: text.match(/^\S+\.ts.*$/gm) ?? [] }).toEqual({ status: 0, errors: [] });
    },
    120_000,
  );

  test('passes the quick rows of the matrix: pnpm, nothing left behind, the oldest SDK', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/matrix.mjs', '--only', 'quick'],
      { cwd: root, encoding: 'utf8' },
    );
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^2 of 2 rows pass$/m);
  }, 120_000);

  test('holds no type of Smithy in its declarations', () => {
    const dist = join(folder, 'node_modules/fake-eventbridge/dist');
    const declarations = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.d.ts'),
    );
    expect(declarations).toContain(join('cjs', 'index.d.ts'));
    expect(
      declarations.filter((file) => readFileSync(join(dist, file), 'utf8').includes('@smithy/')),
    ).toEqual([]);
  });
});
