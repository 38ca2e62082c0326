// What a suite pays: a runner over files with the fake, and over the same files with aws-sdk-client-mock. In Jest each file
// has its own copy of every module, so that loading counts as much as running does.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { median } from './measure.mjs';

const TESTS_A_FILE = 5;
const ROUNDS = 5;
const home = resolve('.tmp/bench-suites');

const RUNNERS = {
  jest: {
    files: 50,
    extension: 'test.cjs',
    command: [
      'node_modules/jest/bin/jest.js',
      '--config',
      join(home, 'jest.config.json'),
      '--runInBand',
      '--silent',
    ],
    load: (names, from) => `const { ${names} } = require('${from}');`,
    setUp: (from) => `require('${from}');`,
    globals: '',
    passed: `Tests:       ${50 * TESTS_A_FILE} passed`,
  },
  vitest: {
    files: 20,
    extension: 'test.mjs',
    // In threads, so that the processor's time of one process is that of all.
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--root',
      home,
      '--pool',
      'threads',
      '--maxWorkers',
      '1',
    ],
    load: (names, from) => `import { ${names} } from '${from}';`,
    setUp: (from) => `import '${from}';`,
    globals: "import { afterAll, beforeEach, expect, test } from 'vitest';",
    passed: `Tests  ${20 * TESTS_A_FILE} passed`,
  },
};

const publisher = `
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
const client = new EventBridgeClient({ region: 'us-east-1' });
export const publish = (orderId) => client.send(new PutEventsCommand({
  Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: JSON.stringify({ orderId }) }],
}));
`;
const commonJsPublisher = publisher
  .replace(
    'import { EventBridgeClient, PutEventsCommand } from',
    'const { EventBridgeClient, PutEventsCommand } = require(',
  )
  .replace("client-eventbridge';", "client-eventbridge');")
  .replace('export const publish', 'exports.publish');

const SUITES = {
  fake: (runner, { load, setUp }) => ({
    head: `
${load('EventBridgeClient', '@aws-sdk/client-eventbridge')}
${load('fakeEventBridge', 'fake-eventbridge')}
${setUp(`fake-eventbridge/${runner}`)}
const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterAll(() => eb.restore());`,
    assertion: (id) => `expect(eb).toHavePublished({ source: 'shop.orders', detail: { orderId: '${id}' } });`,
  }),
  mock: (runner, { load, setUp }) => ({
    head: `
${load('EventBridgeClient, PutEventsCommand', '@aws-sdk/client-eventbridge')}
${load('mockClient', 'aws-sdk-client-mock')}
${runner === 'jest' ? setUp('aws-sdk-client-mock-jest') : ''}
const eb = mockClient(EventBridgeClient);
beforeEach(() => {
  eb.reset();
  eb.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: 'x' }] });
});
afterAll(() => eb.restore());`,
    // Its matchers for Vitest do not load beside the versions of this repository; its own query costs less than they would.
    assertion: (id) => {
      const input = `{
    Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: JSON.stringify({ orderId: '${id}' }) }],
  }`;
      return runner === 'jest'
        ? `expect(eb).toHaveReceivedCommandWith(PutEventsCommand, ${input});`
        : `expect(eb.commandCalls(PutEventsCommand, ${input})).toHaveLength(1);`;
    },
  }),
};

function testFile(suite, runner) {
  const { load, globals } = RUNNERS[runner];
  const { head, assertion } = SUITES[suite](runner, RUNNERS[runner]);
  const tests = Array.from(
    { length: TESTS_A_FILE },
    (_, n) => `test('${n}', async () => {
  const { FailedEntryCount } = await publish('o-${n}');
  expect(FailedEntryCount).toBe(0);
  ${assertion(`o-${n}`)}
});`,
  );
  return [globals, head, load('publish', `../publisher.${runner === 'jest' ? 'cjs' : 'mjs'}`), ...tests].join(
    '\n',
  );
}

/** Seconds of the processor that a runner takes for the files of a suite, in one process; its caches are warm. */
function run(suite, runner) {
  const { command, passed } = RUNNERS[runner];
  const usage = join(home, 'usage.json');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, `${suite}/`], {
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_NO_WARNINGS: '1',
      NO_COLOR: '1',
      NODE_OPTIONS: `--require ${join(home, 'usage.cjs')}`,
      USAGE_FILE: usage,
    },
  });
  if (status !== 0 || !(stdout + stderr).includes(passed)) throw new Error(stdout + stderr);
  const { user, system } = JSON.parse(readFileSync(usage, 'utf8'));
  return (user + system) / 1e6;
}

const NOTE_USAGE = `
const { isMainThread } = require('node:worker_threads');
const { writeFileSync } = require('node:fs');
if (isMainThread) process.on('exit', () => writeFileSync(process.env.USAGE_FILE, JSON.stringify(process.cpuUsage())));
`;

function writeProject() {
  rmSync(home, { recursive: true, force: true });
  const installed = join(home, 'node_modules/fake-eventbridge');
  mkdirSync(installed, { recursive: true });
  cpSync('dist', join(installed, 'dist'), { recursive: true });
  cpSync('package.json', join(installed, 'package.json'));
  for (const [runner, { files, extension }] of Object.entries(RUNNERS)) {
    for (const suite of Object.keys(SUITES)) {
      mkdirSync(join(home, suite), { recursive: true });
      for (let file = 0; file < files; file++)
        writeFileSync(join(home, suite, `${file}.${extension}`), testFile(suite, runner));
    }
  }
  writeFileSync(join(home, 'package.json'), '{}');
  writeFileSync(join(home, 'publisher.mjs'), publisher);
  writeFileSync(join(home, 'publisher.cjs'), commonJsPublisher);
  writeFileSync(join(home, 'usage.cjs'), NOTE_USAGE);
  writeFileSync(join(home, 'vitest.config.mjs'), "export default { test: { include: ['**/*.test.mjs'] } };");
  const config = { rootDir: home, transform: {}, testEnvironment: 'node', testMatch: ['**/*.test.cjs'] };
  writeFileSync(join(home, 'jest.config.json'), JSON.stringify(config));
}

/** @returns for each runner, the files, the seconds of each suite, and their ratio */
export function suiteCost() {
  writeProject();
  const costs = Object.entries(RUNNERS).map(([runner, { files }]) => {
    const seconds = { fake: [], mock: [] };
    for (const suite of Object.keys(SUITES)) run(suite, runner);
    for (let round = 0; round < ROUNDS; round++) {
      for (const suite of round % 2 === 0 ? ['fake', 'mock'] : ['mock', 'fake'])
        seconds[suite].push(run(suite, runner));
    }
    const ratio = median(seconds.fake.map((time, round) => time / seconds.mock[round]));
    return { runner, files, fake: median(seconds.fake), mock: median(seconds.mock), ratio };
  });
  rmSync(home, { recursive: true, force: true });
  return costs;
}

if (process.argv[1] === import.meta.filename) console.log(suiteCost());
