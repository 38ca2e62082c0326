// `npm run coverage`: runs the unit tests and fails when a room's branches are covered less than its threshold.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

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
const WHOLE = '.tmp/coverage/coverage-final.json';
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
  coverageReporters: ['json-summary', 'json'],
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
for (const { room } of below) {
  console.log(`${room} is below its ${BRANCHES[room]} %. What no test reaches:`);
  for (const branch of uncoveredIn(room)) console.log(`  ${branch}`);
}
if (status !== 0 || below.length > 0) process.exit(1);

/** `src/match/match.ts:12: the code of the branch`, for each branch of a room that no test reaches. */
function uncoveredIn(room) {
  const all = Object.entries(JSON.parse(readFileSync(WHOLE, 'utf8')));
  return all
    .filter(([file]) => file.includes(`/src/${room}/`))
    .flatMap(([file, { branchMap, b: counts }]) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      return Object.entries(branchMap).flatMap(([id, { locations }]) =>
        locations
          .filter((_, index) => counts[id][index] === 0)
          .map(
            ({ start }) =>
              `${relative('.', file)}:${start.line}: ${lines[start.line - 1].slice(start.column).trim()}`,
          ),
      );
    });
}
