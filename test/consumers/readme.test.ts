import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { consumer, type Ended, run } from '../support/consumer';
import type { JestResults } from '../support/jest-results';
import {
  blockOf,
  changed,
  expectsAnotherOrder,
  failingTest,
  failingTextOf,
  firstTest,
  fixedTest,
} from '../support/readme';

type Files = Readonly<Record<string, string>>;

const JEST = join(consumer, 'node_modules/jest/bin/jest.js');

function writeFiles(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
}

/** The text without the indentation and the frames that a runner adds. */
const unindented = (text: string) => text.replace(/^[ \t]+/gm, '');

const FIRST_FAILURE = failingTextOf('expect(eb).toHavePublished(match)');
const SECOND_FAILURE = failingTextOf('expect(eb).toHaveLostNoEvents()');

const withoutLocations = (text: string) => text.replace(/[\w./-]+\.ts:\d+:\d+/g, '<location>');

/** The projects of a reader who pastes one part after another. */
const WITH_JEST = {
  first: firstTest,
  'another-order': {
    ...firstTest,
    'orders.test.ts': expectsAnotherOrder(firstTest['orders.test.ts']),
  },
  second: failingTest,
  fixed: fixedTest,
};

describe('the README, pasted into a project with Jest', () => {
  let results: ReadonlyMap<string, { readonly passed: number; readonly failed: string }>;

  // One run of Jest for all: it takes a second to start.
  beforeAll(async () => {
    const folder = mkdtempSync(join(consumer, 'readme-'));
    for (const [name, files] of Object.entries(WITH_JEST)) writeFiles(join(folder, name), files);
    writeFiles(folder, { 'jest.config.cjs': blockOf('jest.config.cjs') });
    await run(process.execPath, [JEST, '--ci', '--json', '--outputFile', 'results.json'], folder);
    const { testResults }: JestResults = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8'));
    results = new Map(
      testResults.map(({ name, message, assertionResults }) => [
        basename(dirname(name)),
        {
          passed: assertionResults.filter(({ status }) => status === 'passed').length,
          // A reader has the files in the folder in which Jest runs.
          failed: message.replaceAll(`${basename(dirname(name))}/`, ''),
        },
      ]),
    );
  });

  test('its first test passes', () => {
    expect(results.get('first')).toEqual({ passed: 1, failed: '' });
  });

  test('its first test fails with the text that it shows, as it expects another order', () => {
    const { passed, failed = '' } = results.get('another-order') ?? {};

    expect(passed).toBe(0);
    expect(unindented(failed)).toContain(unindented(FIRST_FAILURE));
  });

  test('its second test fails with the text that it shows', () => {
    const { passed, failed = '' } = results.get('second') ?? {};

    expect(passed).toBe(1);
    expect(unindented(failed)).toContain(unindented(SECOND_FAILURE));
  });

  test('with the publisher that it shows, both pass', () => {
    expect(results.get('fixed')).toEqual({ passed: 2, failed: '' });
  });
});

/** The test that fails, with the methods instead of the matchers. */
const withMethods = changed(
  changed(blockOf('orders.test.ts, continued'), 'expect(eb).toHaveLostNoEvents()', 'eb.assertNoEventLost()'),
  'expect(eb).toHaveResentOnlyFailedEntries()',
  'eb.assertOnlyFailedEntriesResent()',
);

/** A failing text below its heading, which is the matcher or the method; locations are those of another file. */
const explanationOf = (text: string) =>
  withoutLocations(unindented(text).split('\n').slice(1).join('\n')).trim();

describe.each([
  {
    runner: 'Vitest',
    file: 'orders.vitest.test.ts',
    more: blockOf('orders.test.ts, continued'),
    args: ['vitest/vitest.mjs', 'run'],
    counts: /Tests {2}2 failed \| 2 passed \(4\)/,
  },
  {
    runner: 'node:test',
    file: 'orders.node.test.ts',
    more: withMethods,
    args: ['tsx/dist/cli.mjs', '--test', '--test-reporter=spec'],
    counts: /pass 2$[\s\S]*fail 2$/m,
  },
  {
    runner: 'Mocha and Sinon',
    file: 'orders.spec.ts',
    more: changed(withMethods, /^test\(/m, 'it('),
    args: ['mocha/bin/mocha.js', '--require', 'tsx/cjs'],
    counts: /^ *2 passing[\s\S]*^ *2 failing/m,
  },
])('the quick start for $runner', ({ file, more, args: [program = '', ...args], counts }) => {
  const code = blockOf(file);
  const isInDescribe = code.includes('describe(');
  const versions = {
    passes: code,
    'another-order': expectsAnotherOrder(code),
    failing: isInDescribe ? changed(code, /}\);\n$/, `${more}});\n`) : code + more,
  };
  let ended: Ended;

  // One run for all versions: a runner starts for longer than it tests.
  beforeAll(async () => {
    const folder = mkdtempSync(join(consumer, 'readme-'));
    for (const [name, version] of Object.entries(versions))
      writeFiles(join(folder, name), {
        'publish-orders.ts': firstTest['publish-orders.ts'],
        [file]: version,
      });
    const files = Object.keys(versions).map((name) => `${name}/${file}`);
    ended = await run(process.execPath, [join(consumer, 'node_modules', program), ...args, ...files], folder);
  });

  test('passes, and has one test that fails in each of two changed versions', () => {
    expect(ended.status).not.toBe(0);
    expect(ended.text).toMatch(counts);
  });

  test('fails as the README shows, as it expects another order', () => {
    // Sinon's matcher of the total is only in the test of Mocha.
    const differences = explanationOf(FIRST_FAILURE).replace(/^.*\{ source: .*\n/m, '<match>');
    for (const part of differences.split('<match>'))
      expect(withoutLocations(unindented(ended.text))).toContain(part);
  });

  test('fails as the README shows, with the test that fails', () => {
    expect(withoutLocations(unindented(ended.text))).toContain(explanationOf(SECOND_FAILURE));
  });
});
