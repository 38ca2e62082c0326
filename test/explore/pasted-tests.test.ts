import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { pathsOfProject, writeVitestConfig } from '../support/vitest';
import { DEFECTS, type Defect, optionsOf } from './defects';
import { MORE_DEFECTS } from './more-defects';

const root = resolve(__dirname, '../..');
mkdirSync(join(root, '.tmp'), { recursive: true });
const folder = mkdtempSync(join(root, '.tmp', 'pasted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());

const ALL = [...DEFECTS, ...MORE_DEFECTS];

interface Runner {
  readonly name: 'jest' | 'vitest';
  readonly imports: string;
  /** Runs the files of a folder. @returns what they print as JSON */
  run(files: string): string;
}

interface Results {
  readonly testResults: readonly { readonly message: string; readonly assertionResults: readonly Result[] }[];
}

interface Result {
  /** The file of the defect. */
  readonly ancestorTitles: readonly string[];
  readonly status: string;
  readonly failureMessages: readonly string[];
}

const RUNNERS: readonly Runner[] = [
  {
    name: 'jest',
    imports: "import { describe, expect, jest, test } from '@jest/globals';",
    run: (files) =>
      run('jest/bin/jest.js', '--config', 'test/support/jest-base.mjs', '--roots', files, '--json'),
  },
  {
    name: 'vitest',
    imports: "import { describe, expect, test, vi } from 'vitest';",
    run: (files) => run('vitest/vitest.mjs', 'run', '--config', writeVitestConfig(files, "'json'")),
  },
];

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
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', NODE_OPTIONS: '' };
  return spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  }).stdout;
}

/** The test that is printed for a defect where this runner runs. */
async function pastedTest(defect: Defect, { name }: Runner): Promise<string> {
  const { path, kind, publish } = defect;
  const before = process.env['VITEST'];
  if (name === 'vitest') process.env['VITEST'] = 'true';
  try {
    const report = await eb.replay(path, (events) => publish(events, 'defect'), optionsOf(defect, 'defect'));
    return String(report.findings.find((finding) => finding.kind === kind)?.test);
  } finally {
    if (before === undefined) delete process.env['VITEST'];
    else process.env['VITEST'] = before;
  }
}

beforeAll(async () => {
  for (const runner of RUNNERS) {
    const files = join(folder, runner.name);
    mkdirSync(files);
    const pasted: string[] = [];
    for (const defect of ALL) pasted.push(await pastedTest(defect, runner));
    for (const version of VERSIONS)
      writeFileSync(join(files, `${version}.test.ts`), testFile(runner, version, pasted));
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.test.json',
      include: ['.'],
      exclude: [],
      compilerOptions: { rootDir: '../..', noUnusedLocals: false, paths: pathsOfProject() },
    }),
  );
});

test('the tests that are printed for the defects compile', () => {
  expect(run('typescript/bin/tsc', '-p', folder)).toBe('');
});

describe.each(RUNNERS)('in $name, the test that is printed for a defect', (runner) => {
  let failed: readonly Result[] = [];

  test('fails with the defect and passes once it is fixed', () => {
    const { testResults }: Results = JSON.parse(runner.run(join(folder, runner.name)));
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    failed = results.filter(({ status }) => status === 'failed');

    expect(failed.map(({ ancestorTitles: [file] }) => file)).toEqual(ALL.map(({ file }) => file));
    expect(results.filter(({ status }) => status === 'passed')).toHaveLength(ALL.length);
    expect(
      testResults.map(({ assertionResults }) => assertionResults.map(({ status }) => status)).sort(),
    ).toEqual([ALL.map(() => 'failed'), ALL.map(() => 'passed')]);
  });

  test.each(ALL)('says what is wrong: $file', ({ file, kind }) => {
    const [message] = failed.find(({ ancestorTitles }) => ancestorTitles[0] === file)?.failureMessages ?? [];

    expect(message).toMatch(
      kind === 'crashed' ? /1 entries failed/ : /eb\.assert|expect\(received\)|expected .* to /,
    );
  });
});
