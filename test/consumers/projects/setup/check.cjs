// Runs the tests of one runner, `node check.cjs <jest|vitest|node-test|mocha>`. They are tests that pass, tests that
// share a set-up file, and tests that fail in the way they should. Jest and Vitest isolate files, so one start runs all.
const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const { dirname, join } = require('node:path');

/** How to run the files of the runner's folder. Files that share a process are in the order in which it loads them. */
const RUNNERS = {
  jest: {
    program: 'jest/bin/jest.js',
    passing: [],
    failing: ['--ci', '--runInBand', '--config', 'jest/jest.config.cjs'],
    summary: /Test Suites: 1 failed, 4 passed, 5 total/,
  },
  vitest: {
    program: 'vitest/vitest.mjs',
    passing: [],
    failing: ['run', '--root', 'vitest'],
    summary: /Test Files +1 failed \| 4 passed \(5\)/,
  },
  'node-test': {
    passing: [
      ['--test', 'node-test/outer-and-inner.test.mjs', 'node-test/second-file.test.mjs'],
      [
        '--import',
        './node-test/shared/events.mjs',
        '--test',
        'node-test/shared/uses-it.test.mjs',
        'node-test/shared/uses-it-too.test.mjs',
        'node-test/shared/has-its-own.test.mjs',
      ],
    ],
    failing: ['--test', 'node-test/fails.test.mjs'],
  },
  mocha: {
    program: 'mocha/bin/mocha.js',
    passing: [
      ['mocha/*.spec.cjs', '--exclude', 'mocha/fails.spec.cjs'],
      ['--file', 'mocha/shared/events.cjs', 'mocha/shared/*.spec.cjs'],
    ],
    failing: ['mocha/fails.spec.cjs'],
  },
};

function run(program, args) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const script = program === undefined ? [] : [programOf(program)];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...script, ...args], {
    cwd: __dirname,
    encoding: 'utf8',
    env,
  });
  return { status, text: stdout + stderr };
}

/** Not every package exports the path of its program. */
function programOf(program) {
  const [name, ...path] = program.split('/');
  return join(dirname(require.resolve(`${name}/package.json`)), ...path);
}

const { program, passing, failing, summary } = RUNNERS[process.argv[2]];
for (const args of passing) {
  const { status, text } = run(program, args);
  assert.equal(status, 0, text);
}

const { status, text } = run(program, failing);
assert.notEqual(status, 0, text);
if (summary !== undefined) assert.match(text, summary);
for (const expected of [
  'failEntry("any", "InternalFailure")',
  'the failure of the test itself',
  'setupFakeEventBridge was called inside a test or a hook',
  'setupFakeEventBridge is called twice for EventBridgeClient in the same block',
  'failEntry("any", "MalformedDetail")',
  'failEntry("any", "NotAuthorizedForSourceException")',
])
  assert.ok(text.includes(expected), `${expected} is not in:\n${text}`);
// The test had failed before its fault could fire: verify() adds nothing.
assert.ok(!text.includes('failEntry("any", "ThrottlingException")'), text);
