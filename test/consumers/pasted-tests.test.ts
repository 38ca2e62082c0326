import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { fakeEventBridge } from 'fake-eventbridge';
import { RUNNER } from '../../src/base/symbols';
import { DEFECTS, type Defect, optionsOf } from '../explore/defects';
import { MORE_DEFECTS } from '../explore/more-defects';
import { BUILD_OPTIONS } from '../support/build-sources';
import type { JestResults } from '../support/jest-results';
import { NODE_OPTIONS } from '../support/node-options';
import { root } from '../support/root';
import { temporaryFolder } from '../support/temporary-folder';
import { writeVitestConfig } from '../support/vitest';

const folder = temporaryFolder('pasted');

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());

const ALL = [...DEFECTS, ...MORE_DEFECTS];

/** The package as it was built, which loads faster than its sources. Node finds it by its own name. */
const BUILT = {
  'fake-eventbridge': join(root, 'dist/esm/index.js'),
  'fake-eventbridge/vitest': join(root, 'dist/esm/runners/vitest.js'),
};

interface Runner {
  readonly name: 'jest' | 'vitest' | 'mocha' | 'node-test';
  readonly imports: string;
  /** Runs the files of a folder. */
  run(files: string): readonly Result[];
}

interface Result {
  /** The file of the defect. */
  readonly defect: string;
  readonly isOfDefect: boolean;
  readonly message: string | undefined;
}

const RUNNERS: readonly Runner[] = [
  {
    name: 'jest',
    imports: "import { describe, expect, jest, test } from '@jest/globals';",
    run: (files) =>
      resultsOfJest(
        run('jest/bin/jest.js', '--config', 'test/support/jest-built.mjs', '--roots', files, '--json'),
      ),
  },
  {
    name: 'vitest',
    imports: "import { describe, expect, test, vi } from 'vitest';",
    run: (files) =>
      resultsOfJest(run('vitest/vitest.mjs', 'run', '--config', writeVitestConfig(files, "'json'", BUILT))),
  },
  {
    name: 'mocha',
    imports: `import assert from 'node:assert/strict';
import { mock } from 'node:test';
declare const describe: (name: string, body: () => void) => void;
declare const it: (name: string, body: () => Promise<void>) => void;`,
    run: (files) => {
      const { tests }: MochaResults = JSON.parse(
        run('mocha/bin/mocha.js', '--reporter', 'json', '--timeout', '0', ...compiled(files)),
      );
      return tests.map(({ file, fullTitle, err }) => ({
        defect: String(fullTitle.split(' ')[0]),
        isOfDefect: isOfDefect(file),
        message: err.message && `${err.message}\n${err.stack}`,
      }));
    },
  },
  {
    name: 'node-test',
    imports: "import assert from 'node:assert/strict';\nimport { describe, test } from 'node:test';",
    run: (files) => {
      const reporter = join(files, 'reporter.mjs');
      writeFileSync(reporter, NODE_REPORTER);
      return compiled(files).flatMap((file) =>
        runNode(`--test-reporter=${reporter}`, file)
          .trim()
          .split('\n')
          .map((line) => ({ ...JSON.parse(line), isOfDefect: isOfDefect(file) })),
      );
    },
  },
];

interface MochaResults {
  readonly tests: readonly {
    readonly file: string;
    readonly fullTitle: string;
    readonly err: { readonly message?: string; readonly stack?: string };
  }[];
}

/** What Jest prints, and Vitest as well. */
function resultsOfJest(json: string): readonly Result[] {
  const { testResults }: JestResults = JSON.parse(json);
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles: [defect = ''], status, failureMessages }) => ({
      defect,
      isOfDefect: isOfDefect(name),
      message: status === 'passed' ? undefined : String(failureMessages[0]),
    })),
  );
}

/** A line for each test, which has the name of the suite around it: the suite ends after its tests. */
const NODE_REPORTER = `
export default async function* (events) {
  let message;
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.nesting > 0) message = data.details.error && (data.details.error.cause?.stack ?? String(data.details.error.cause));
    else yield JSON.stringify({ defect: data.name, message }) + '\\n';
  }
}`;

/** Compiles the files of a folder for a runner that does not do so itself. */
function compiled(folder: string): readonly string[] {
  const files = VERSIONS.map((version) => join(folder, `${version}.test`));
  buildSync({
    ...BUILD_OPTIONS,
    entryPoints: files.map((file) => `${file}.ts`),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  });
  return files.map((file) => `${file}.mjs`);
}

const isOfDefect = (file: string) => /\bdefect\.test\.\w+$/.test(file);

/** A test file: each test as it is pasted into the tests of a publisher. */
const testFile = ({ name, imports }: Runner, version: Version, pasted: readonly string[]) => `
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
${imports}
import { setupFakeEventBridge } from 'fake-eventbridge/${name}';
import { DEFECTS, pendingRows } from '../../../test/explore/defects';
import { MORE_DEFECTS } from '../../../test/explore/more-defects';

const ALL = [...DEFECTS, ...MORE_DEFECTS];
${pasted
  .map(
    (text, index) => `
describe('${ALL[index]?.file}', () => {
  const eb = setupFakeEventBridge(EventBridgeClient);
  const publish = async (events: number) => ALL[${index}]?.publish(events, '${version}');
  const restart = async () => ALL[${index}]?.restart?.('${version}');
  const surfaced = (_result: unknown) => pendingRows();

${text}
});
`,
  )
  .join('')}`;

const VERSIONS = ['defect', 'fixed'] as const;
type Version = (typeof VERSIONS)[number];

function run(program: string, ...args: string[]): string {
  return runNode(join(root, 'node_modules', program), ...args);
}

function runNode(...args: string[]): string {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', NODE_OPTIONS };
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env }).stdout;
}

/** The test that is printed for a defect where the set-up of this runner was called. */
async function pastedTest(defect: Defect, { name }: Runner): Promise<string> {
  const { path, kind, publish } = defect;
  Reflect.set(globalThis, RUNNER, name);
  const report = await eb.replay(path, (events) => publish(events, 'defect'), optionsOf(defect, 'defect'));
  Reflect.deleteProperty(globalThis, RUNNER);
  return String(report.findings.find((finding) => finding.kind === kind)?.test);
}

const inJavaScript: string[] = [];

beforeAll(async () => {
  for (const runner of RUNNERS) {
    const files = join(folder, runner.name);
    mkdirSync(files);
    const pasted: string[] = [];
    for (const defect of ALL) pasted.push(await pastedTest(defect, runner));
    inJavaScript.push(...pasted);
    for (const version of VERSIONS)
      writeFileSync(join(files, `${version}.test.ts`), testFile(runner, version, pasted));
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.test.json',
      include: ['.'],
      exclude: [],
      compilerOptions: { rootDir: '../..', noUnusedLocals: false, paths: {} },
    }),
  );
});

test('the tests that are printed for the defects are JavaScript as well', () => {
  for (const text of inJavaScript) expect(() => new Script(text)).not.toThrow();
  expect(inJavaScript).toHaveLength(ALL.length * RUNNERS.length);
});

test('the tests that are printed for the defects compile', () => {
  expect(run('typescript-native/bin/tsc', '-p', folder)).toBe('');
});

describe.each(RUNNERS)('in $name, the test that is printed for a defect', (runner) => {
  let failed: readonly Result[] = [];

  test('fails with the defect and passes once it is fixed', () => {
    const results = runner.run(join(folder, runner.name));
    failed = results.filter(({ message }) => message !== undefined);

    const names = ALL.map(({ file }) => file);
    expect(failed.map(({ defect }) => defect)).toEqual(names);
    expect(failed.filter(({ isOfDefect }) => !isOfDefect)).toEqual([]);
    expect(results.filter(({ isOfDefect }) => !isOfDefect).map(({ defect }) => defect)).toEqual(names);
  });

  test.each(ALL)('says what is wrong: $file', ({ file, kind }) => {
    const { message } = failed.find(({ defect }) => defect === file) ?? {};

    expect(message).toMatch(
      kind === 'crashed'
        ? /1 entries failed/
        : /eb\.assert|expect\(received\)|expected .* to |Expected values to be strictly|sendings\.length is \d+, more than 10|calls is \d+, more than 1/,
    );
  });
});
