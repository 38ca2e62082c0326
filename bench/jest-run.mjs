// What a suite pays: Jest over fifty test files with the fake, and over the same files with aws-sdk-client-mock. Each file
// has its own copy of every module, as always in Jest, so that loading counts as much as running does.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { median } from './measure.mjs';

const FILES = 50;
const TESTS_A_FILE = 4;
const ROUNDS = 3;
const home = resolve('.tmp/bench-jest');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');

const publisher = `
const { EventBridgeClient, PutEventsCommand } = require('@aws-sdk/client-eventbridge');
const client = new EventBridgeClient({ region: 'us-east-1' });
exports.publish = (orderId) => client.send(new PutEventsCommand({
  Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: JSON.stringify({ orderId }) }],
}));
`;

const tests = (body) =>
  Array.from({ length: TESTS_A_FILE }, (_, n) => `test('${n}', async () => {${body(n)}});`).join('\n');

const suites = {
  fake: `
const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');
require('fake-eventbridge/jest');
const { publish } = require('../publisher');
const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterAll(() => eb.restore());
${tests(
  (n) => `
  const { FailedEntryCount } = await publish('o-${n}');
  expect(FailedEntryCount).toBe(0);
  expect(eb).toHavePublished({ source: 'shop.orders', detail: { orderId: 'o-${n}' } });
`,
)}`,
  mock: `
const { EventBridgeClient, PutEventsCommand } = require('@aws-sdk/client-eventbridge');
const { mockClient } = require('aws-sdk-client-mock');
require('aws-sdk-client-mock-jest');
const { publish } = require('../publisher');
const eb = mockClient(EventBridgeClient);
beforeEach(() => { eb.reset(); eb.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: 'x' }] }); });
afterAll(() => eb.restore());
${tests(
  (n) => `
  const { FailedEntryCount } = await publish('o-${n}');
  expect(FailedEntryCount).toBe(0);
  expect(eb).toHaveReceivedCommandWith(PutEventsCommand, {
    Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: JSON.stringify({ orderId: 'o-${n}' }) }],
  });
`,
)}`,
};

/** Seconds that Jest takes for the files of a suite, in one process; the cache of transforms is warm. */
function run(suite) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    [jest, '--config', join(home, 'jest.config.json'), '--runInBand', '--silent', `/${suite}/`],
    { encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1' } },
  );
  if (status !== 0 || !stderr.includes(`Tests:       ${FILES * TESTS_A_FILE} passed`))
    throw new Error(stderr);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

export function jestRun() {
  rmSync(home, { recursive: true, force: true });
  for (const [suite, text] of Object.entries(suites)) {
    mkdirSync(join(home, suite), { recursive: true });
    for (let file = 0; file < FILES; file++) writeFileSync(join(home, suite, `${file}.test.js`), text);
  }
  writeFileSync(join(home, 'package.json'), '{"type":"commonjs"}');
  writeFileSync(join(home, 'publisher.js'), publisher);
  const dist = resolve('dist/cjs');
  const moduleNameMapper = {
    '^fake-eventbridge$': join(dist, 'index.js'),
    '^fake-eventbridge/jest$': join(dist, 'runners/jest.js'),
  };
  const config = { rootDir: home, transform: {}, testEnvironment: 'node', moduleNameMapper };
  writeFileSync(join(home, 'jest.config.json'), JSON.stringify(config));
  const seconds = { fake: [], mock: [] };
  for (const suite of Object.keys(suites)) run(suite);
  for (let round = 0; round < ROUNDS; round++) {
    for (const suite of round % 2 === 0 ? ['fake', 'mock'] : ['mock', 'fake'])
      seconds[suite].push(run(suite));
  }
  rmSync(home, { recursive: true, force: true });
  return { fake: median(seconds.fake), mock: median(seconds.mock) };
}
