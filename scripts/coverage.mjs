// `npm run coverage`: runs the unit tests and fails when a room's branches are covered less than its threshold.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Percent of branches. A room only moves up. */
const BRANCHES = {
  service: 95,
  engine: 95,
  faults: 95,
  match: 95,
  journal: 95,
  pattern: 95,
  'assertions/checks': 95,
};
const CONFIG = '.tmp/coverage.config.mjs';
const SUMMARY = '.tmp/coverage/coverage-summary.json';
const rooms = Object.keys(BRANCHES);

mkdirSync('.tmp', { recursive: true });
writeFileSync(
  CONFIG,
  `import config from '../jest.config.mjs';
import base from '../test/support/jest-base.mjs';
export default {
  ...config,
  rootDir: base.rootDir,
  projects: config.projects.filter(({ displayName }) => displayName === 'unit'),
  collectCoverage: true,
  coverageProvider: 'v8',
  collectCoverageFrom: ${JSON.stringify(rooms.map((room) => `src/${room}/**/*.ts`))},
  coverageDirectory: '.tmp/coverage',
  coverageReporters: ['json-summary'],
};
`,
);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '--config', CONFIG, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);

const files = Object.entries(JSON.parse(readFileSync(SUMMARY, 'utf8')));
const covered = rooms.map((room) => {
  const branches = files
    .filter(([file]) => file.includes(`/src/${room}/`))
    .map(([, { branches: all }]) => all);
  const count = (key) => branches.reduce((sum, all) => sum + all[key], 0);
  return { room, percent: Math.floor((1000 * count('covered')) / count('total')) / 10 };
});
for (const { room, percent } of covered) console.log(`${room}: ${percent} % of branches`);
const below = covered.filter(({ room, percent }) => !(percent >= BRANCHES[room]));
for (const { room } of below) console.log(`${room} is below its ${BRANCHES[room]} %`);
if (status !== 0 || below.length > 0) process.exit(1);
