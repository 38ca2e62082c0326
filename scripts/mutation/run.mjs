// `npm run mutation [-- [--survivors] ROOM | FOLDER | FILE...]`: changes the source of each room, or of some of its
// files, in every way that Stryker knows. It runs the tests of the room, and writes what survived into .tmp/mutation/.
// `report.mjs` writes docs/mutation.md from those files. `--survivors`: only what no earlier run killed, after tests were
// added.
// Stryker is not a dependency of the repository: 170 packages for a command that runs by hand and once a week.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { filesOf } from './results.mjs';
import { ROOMS } from './rooms.mjs';

const VERSION = '9.6.1';
const tools = resolve(process.env.STRYKER_FOLDER ?? '.tmp/stryker');
const onlySurvivors = process.argv.includes('--survivors');
const chosen = process.argv.slice(2).filter((argument) => argument !== '--survivors');
const testFiles = readdirSync('test', { recursive: true, encoding: 'utf8' });

mkdirSync('.tmp/mutation', { recursive: true });
if (!existsSync(`${tools}/node_modules/@stryker-mutator/core`)) {
  mkdirSync(tools, { recursive: true });
  writeFileSync(`${tools}/package.json`, '{"private":true}');
  const packages = ['core', 'jest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`);
  run('npm', ['install', '--no-audit', '--no-fund', ...packages], tools);
}
for (const target of chosen.length === 0 ? Object.keys(ROOMS) : chosen) {
  const room = target.split('/')[target.startsWith('src/') ? 1 : 0];
  const { tests, imports } = ROOMS[room];
  const whole = target.startsWith('src/')
    ? [target.endsWith('.ts') ? target : `${target}/**/*.ts`]
    : ROOMS[room].mutate;
  const mutate = onlySurvivors
    ? survivorsOf(room).filter((range) => range.startsWith(target) || target === room)
    : whole;
  const name = `${target.startsWith('src/') ? target.slice(4).replaceAll('/', '.') : room}${onlySurvivors ? `.survivors-${Date.now()}` : ''}`;
  if (mutate.length === 0) continue;
  // One file that loads all the others: the SDK is loaded once for each mutant, and not once for each file.
  const entry = `.tmp/mutation/${room}.test.ts`;
  const files = [...new Set(tests.flatMap(filesNamed))];
  const loads = files.map(
    (file) => `describe('${file}', () => {\n  require('../../test/${file.replace(/\.ts$/, '')}');\n});\n`,
  );
  writeFileSync(entry, `import { describe } from '@jest/globals';\n\n${loads.join('\n')}`);
  const library = `.tmp/mutation/${room}.library.ts`;
  if (imports !== undefined)
    writeFileSync(library, imports.map((file) => `export * from '../../src/${file}';\n`).join(''));
  const jestConfig = `.tmp/mutation/${room}.jest.config.mjs`;
  writeFileSync(
    jestConfig,
    `import base from '../../test/support/jest-base.mjs';
export default {
  ...base,
  testTimeout: 5_000,
  testEnvironment: ${JSON.stringify(resolve('scripts/mutation/bail-environment.cjs'))},
  testMatch: ['<rootDir>/${entry}'],
  moduleNameMapper: {
    ...base.moduleNameMapper,
    ${imports === undefined ? '' : `'^fake-eventbridge$': '<rootDir>/${library}',`}
  },
};
`,
  );
  const config = `.tmp/mutation/${room}.config.json`;
  writeFileSync(
    config,
    JSON.stringify({
      mutate,
      testRunner: 'jest',
      plugins: [`${tools}/node_modules/@stryker-mutator/jest-runner/dist/src/index.js`],
      jest: { projectType: 'custom', configFile: jestConfig, enableFindRelatedTests: false },
      coverageAnalysis: 'perTest',
      ignoreStatic: true,
      concurrency: Number(process.env.STRYKER_WORKERS ?? 2),
      timeoutMS: 20_000,
      ignorePatterns: ['dist', 'docs', 'examples', 'bench', '.tmp/*', '!.tmp/mutation'],
      tempDirName: '.tmp/sandboxes',
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: `.tmp/mutation/${name}.result.json` },
      disableTypeChecks: true,
      // Nothing is compiled: a tsconfig that does not exist keeps Stryker from rewriting ours.
      tsconfigFile: '.tmp/no-tsconfig.json',
      allowConsoleColors: false,
    }),
  );
  run(process.execPath, [`${tools}/node_modules/@stryker-mutator/core/bin/stryker.js`, 'run', config], '.');
}

/** The test files of a name in `rooms.mjs`; a name that finds none is out of date. */
function filesNamed(test) {
  const files = testFiles.filter((file) => new RegExp(`^${test}(/.*)?\\.test\\.ts$`).test(file));
  if (files.length === 0) throw new Error(`scripts/mutation/rooms.mjs: no test file is called ${test}`);
  return files;
}

/** Where the mutants are that no run of a room has killed: `src/service/ids.ts:14:27-14:34`. */
function survivorsOf(room) {
  return Object.entries(filesOf(room)).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(
        ({ location: { start, end } }) =>
          `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`,
      ),
  );
}

function run(program, args, cwd) {
  const { status } = spawnSync(program, args, {
    cwd,
    stdio: 'inherit',
    // A server in each test takes longer, and finds the same.
    env: { ...process.env, TRANSPORT: 'in process' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
