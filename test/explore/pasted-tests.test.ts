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
  /** Runs the files of a folder. @returns what each file came to */
  run(files: string): Result[];
}

interface Result {
  readonly name: string;
  readonly status: string;
  readonly message: string;
}

const RUNNERS: readonly Runner[] = [
  {
    name: 'jest',
    imports: "import { expect, jest, test } from '@jest/globals';",
    run: (files) => {
      const args = ['--config', 'test/support/jest-base.mjs', '--roots', files, '--json'];
      return JSON.parse(run('jest/bin/jest.js', ...args).stdout).testResults;
    },
  },
  {
    name: 'vitest',
    imports: "import { expect, test, vi } from 'vitest';",
    run: (files) => {
      const { stdout } = run('vitest/vitest.mjs', 'run', '--config', writeVitestConfig(files, "'json'"));
      return JSON.parse(stdout).testResults.map((file: VitestFile) => ({
        ...file,
        message: file.assertionResults.flatMap(({ failureMessages }) => failureMessages).join('\n'),
      }));
    },
  },
];

interface VitestFile {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly failureMessages: readonly string[] }[];
}

/** What a test file has around the test that is pasted into it. */
const around = ({ name, imports }: Runner, index: number, version: string, pasted: string) => `
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
${imports}
import { setupFakeEventBridge } from 'fake-eventbridge/${name}';
import { DEFECTS, pendingRows } from '../../../test/explore/defects';
import { MORE_DEFECTS } from '../../../test/explore/more-defects';

const eb = setupFakeEventBridge(EventBridgeClient);
const defect = [...DEFECTS, ...MORE_DEFECTS][${index}];
const publish = async (events: number) => defect?.publish(events, '${version}');
const restart = async () => defect?.restart?.('${version}');
const surfaced = (_result: unknown) => pendingRows();

${pasted}
`;

function run(program: string, ...args: string[]) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', NODE_OPTIONS: '' };
  return spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
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
    for (const [index, defect] of ALL.entries()) {
      const pasted = await pastedTest(defect, runner);
      for (const version of ['defect', 'fixed'])
        writeFileSync(
          join(files, `${defect.file}.${version}.test.ts`),
          around(runner, index, version, pasted),
        );
    }
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
  expect(run('typescript/bin/tsc', '-p', folder).stdout).toBe('');
});

describe.each(RUNNERS)('in $name, the test that is printed for a defect', (runner) => {
  let results: Result[] = [];

  test('fails with the defect and passes once it is fixed', () => {
    results = runner.run(join(folder, runner.name));
    const failed = results.filter(({ status }) => status === 'failed');

    expect(failed.filter(({ name }) => name.includes('.fixed.')).map(({ message }) => message)).toEqual([]);
    expect(results.filter(({ status }) => status === 'passed')).toHaveLength(ALL.length);
    expect(failed).toHaveLength(ALL.length);
  });

  test.each(ALL)('says what is wrong: $file', ({ file, kind }) => {
    const message = results.find(({ name }) => name.includes(`/${file}.defect.`))?.message;

    expect(message).toMatch(
      kind === 'crashed' ? /1 entries failed/ : /eb\.assert|expect\(received\)|expected .* to /,
    );
  });
});
