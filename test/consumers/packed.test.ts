import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { consumer, type Ended, run, runInConsumer, tarball } from '../support/consumer';
import { root } from '../support/root';

const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('the packed package', () => {
  test('installs beside every runner without a complaint about peers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fake-eventbridge-peers-'));
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'consumer', private: true, devDependencies }),
    );
    // With the lock of this repository, npm asks the registry only for what its cache does not know of the peers.
    cpSync(join(root, 'package-lock.json'), join(folder, 'package-lock.json'));
    const how = ['--package-lock-only', '--strict-peer-deps', '--prefer-offline', '--no-audit', '--no-fund'];
    const { status, text } = await run('npm', ['install', ...how, '--loglevel=warn', tarball], folder);
    const locked = readFileSync(join(folder, 'package-lock.json'), 'utf8');
    rmSync(folder, { recursive: true, force: true });

    expect({ status, text: status === 0 ? '' : text }).toEqual({ status: 0, text: '' });
    expect(text).not.toMatch(/peer|ERESOLVE/i);
    expect(JSON.parse(locked).packages).toHaveProperty(['node_modules/fake-eventbridge']);
  });

  describe('in Jest', () => {
    let ended: Ended;
    beforeAll(async () => {
      const files = ['jest.test.js', 'concurrent.test.js'];
      ended = await runInConsumer('node_modules/jest/bin/jest.js', '--ci', '--runInBand', ...files);
    });
    const DIFFERENCE = /detail\.orderId: expected "o-2", received "o-1"/g;

    test('works in CommonJS, and fails with its text', () => {
      expect(ended.status).toBe(1);
      expect(ended.text).toContain('Tests:       2 failed, 3 passed, 5 total');
      expect(ended.text).toContain('expect(eb).toHavePublished(match)');
      expect(ended.text.match(DIFFERENCE)).toHaveLength(2);
    });

    test('works in concurrent tests, to which Jest gives no module any more', () => {
      expect(ended.text).not.toContain('ReferenceError');
      expect(ended.text).toContain('FAIL ./concurrent.test.js');
    });
  });

  test('works in Vitest, with the same text', async () => {
    const { status, text } = await runInConsumer('node_modules/vitest/vitest.mjs', 'run', 'vitest.test.mjs');
    expect(status).toBe(1);
    expect(text).toMatch(/Tests {2}1 failed \| 1 passed \(2\)/);
    expect(text).toContain('expect(eb).toHavePublished(match)');
    expect(text).toContain('detail.orderId: expected "o-2", received "o-1"');
  });

  test('evaluates each part once, whoever asks for it', async () => {
    expect(await runInConsumer('--no-warnings', 'parts.cjs')).toEqual({
      status: 0,
      text: [
        ...['fulfilled', 'fulfilled'],
        ...['fulfilled', 'fulfilled'],
        '{"patterns":1,"templates":1,"failures":1,"explore":1}\n',
      ].join('\n'),
    });
  });

  test('works in a plain ESM script', async () => {
    expect(await runInConsumer('--no-warnings', 'script.mjs')).toEqual({ status: 0, text: 'ESM works\n' });
  });

  test('works in node:test, in CommonJS', async () => {
    const { status, text } = await runInConsumer('--no-warnings', '--test', 'script.cjs');
    expect(status).toBe(0);
    expect(text).toMatch(/pass 1/);
  });

  test('holds no type of Smithy in its declarations', () => {
    const dist = join(consumer, 'node_modules/fake-eventbridge/dist');
    const declarations = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.d.ts'),
    );
    expect(declarations).toContain(join('cjs', 'index.d.ts'));
    expect(
      declarations.filter((file) => readFileSync(join(dist, file), 'utf8').includes('@smithy/')),
    ).toEqual([]);
  });
});
