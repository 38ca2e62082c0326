import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { consumer, type Ended, run } from '../support/consumer';
import { blockOf, failingTest, failingText, firstTest, fixedTest } from '../support/readme';

type Files = Readonly<Record<string, string>>;

/** Runs a program of the consumer's packages in a project that has these files alone. */
function runIn(files: Files, program: string, ...args: string[]): Promise<Ended> {
  const folder = mkdtempSync(join(consumer, 'readme-'));
  for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
  return run(process.execPath, [join(consumer, 'node_modules', program), ...args], folder);
}

/** The text without the indentation and the frames that a runner adds. */
const unindented = (text: string) => text.replace(/^[ \t]+/gm, '');

const withoutLocations = (text: string) => text.replace(/[\w.]+\.ts:\d+:\d+/g, '<location>');

describe('the README, pasted into a project with Jest', () => {
  const jest = (files: Files) =>
    runIn({ ...files, 'jest.config.js': blockOf('jest.config.js') }, 'jest/bin/jest.js', '--ci');

  test('its first test passes', async () => {
    expect(await jest(firstTest)).toMatchObject({
      status: 0,
      text: expect.stringContaining('1 passed, 1 total'),
    });
  });

  test('its second test fails with the text that it shows', async () => {
    const { status, text } = await jest(failingTest);

    expect(status).toBe(1);
    expect(text).toContain('1 failed, 1 passed, 2 total');
    expect(unindented(text)).toContain(unindented(failingText));
  });

  test('with the publisher that it shows, both pass', async () => {
    expect(await jest(fixedTest)).toMatchObject({
      status: 0,
      text: expect.stringContaining('2 passed, 2 total'),
    });
  });
});

/** The test that fails, with the methods instead of the matchers. */
const withMethods = blockOf('orders.test.ts, continued')
  .replace('expect(eb).toHaveLostNoEvents()', 'eb.assertNoEventLost()')
  .replace('expect(eb).toHaveResentOnlyFailedEntries()', 'eb.assertOnlyFailedEntriesResent()');

describe.each([
  {
    runner: 'Vitest',
    file: 'orders.vitest.test.ts',
    more: blockOf('orders.test.ts, continued'),
    args: ['vitest/vitest.mjs', 'run'],
    passed: /1 passed \(1\)/,
  },
  {
    runner: 'node:test',
    file: 'orders.node.test.ts',
    more: withMethods,
    args: ['tsx/dist/cli.mjs', '--test', '--test-reporter=spec', 'orders.node.test.ts'],
    passed: /pass 1/,
  },
  {
    runner: 'Mocha and Sinon',
    file: 'orders.spec.ts',
    more: withMethods.replace(/^test\(/m, 'it('),
    args: ['mocha/bin/mocha.js', '--require', 'tsx/cjs', 'orders.spec.ts'],
    passed: /1 passing/,
  },
])('the quick start for $runner', ({ file, more, args: [program = '', ...args], passed }) => {
  const files = { 'publish-orders.ts': firstTest['publish-orders.ts'], [file]: blockOf(file) };

  test('passes', async () => {
    const { status, text } = await runIn(files, program, ...args);

    expect({ status, text: status === 0 ? '' : text }).toEqual({ status: 0, text: '' });
    expect(text).toMatch(passed);
  });

  test('fails as the README shows, with the test that fails', async () => {
    const code = files[file] ?? '';
    const isInDescribe = code.includes('describe(');
    const failing = isInDescribe ? code.replace(/}\);\n$/, `${more}});\n`) : code + more;
    const { status, text } = await runIn({ ...files, [file]: failing }, program, ...args);
    const [, ...explanation] = unindented(failingText).split('\n');

    expect(status).not.toBe(0);
    // The heading is the matcher or the method, the location that of another file.
    expect(withoutLocations(unindented(text))).toContain(withoutLocations(explanation.join('\n')).trim());
  });
});
