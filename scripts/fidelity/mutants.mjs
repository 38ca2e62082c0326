// `npm run fidelity:mutants [-- ID...]`: breaks each row of the fidelity table with its mutant, runs the tests that the
// row names, and fails when a mutant survives them. One run of Jest has a project for each mutant, whose transform makes
// the change: nothing is copied, and the workers are started once.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import base from '../../test/support/jest-base.mjs';
import { loadTable } from './load-table.mjs';

const started = performance.now();
mkdirSync('.tmp', { recursive: true });
// Its own for each run: two runs at a time would read each other's results.
const folder = mkdtempSync(resolve('.tmp', 'mutants-'));

const { rows } = await loadTable();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !rows.some((row) => row.id === id));
if (unknown.length > 0) throw new Error(`the table has no row ${unknown.join(', ')}`);
const chosen = wanted.length === 0 ? rows : rows.filter(({ id }) => wanted.includes(id));

const outcomes = run(chosen);
// A worker that ended, or a file that did not load, says nothing about the mutant. Such rows have a run of their own.
const unjudged = chosen.filter(({ id }) => !isJudged(outcomes[id]));
for (const { id } of unjudged) console.log(`once more: ${id} (${reasonOf(outcomes[id])})`);
if (unjudged.length > 0) Object.assign(outcomes, run(unjudged));
rmSync(folder, { recursive: true, force: true });

const alive = chosen.filter(({ id }) => !(outcomes[id]?.failed > 0));
for (const { id, tests, mutant } of alive) {
  const verdict = isJudged(outcomes[id]) ? 'survived' : 'not judged';
  console.log(
    `${verdict}: ${id} (${reasonOf(outcomes[id])})\n  ${mutant.from}\n  ${mutant.to}\n  ${tests.join('\n  ')}`,
  );
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${chosen.length - alive.length} of ${chosen.length} mutants killed in ${seconds} s`);
if (alive.length > 0) process.exit(1);

/** @returns by row, how many of its tests passed and failed with its mutant */
function run(some) {
  const config = join(folder, 'jest.config.json');
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  writeFileSync(config, JSON.stringify({ projects: some.map(projectOf), testTimeout: 60_000 }));
  const jest = ['node_modules/jest/bin/jest.js', '--config', config, '--maxWorkers', '2', '--silent'];
  spawnSync(process.execPath, [...jest, '--reporters', resolve('scripts/fidelity/report-by-mutant.mjs')], {
    stdio: 'inherit',
    env: { ...process.env, MUTANTS_REPORT: report },
  });
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** A failing test kills. That all passed counts only when each file of the row ran. */
function isJudged(outcome) {
  return outcome !== undefined && (outcome.failed > 0 || (outcome.passed > 0 && !outcome.error));
}

function reasonOf({ passed = 0, error } = {}) {
  return error ?? (passed > 0 ? `${passed} tests passed` : 'no test of these names ran');
}

function projectOf({ id, code, tests, mutant }) {
  const references = tests.map((reference) => /^(.*?): (.*)$/s.exec(reference).slice(1));
  const [transformer, options] = base.transform['\\.m?[tj]s$'];
  const file = resolve('src', mutant.file ?? code.replace(/#.*/, ''));
  return {
    ...base,
    rootDir: resolve('.'),
    roots: ['<rootDir>/src', '<rootDir>/test'],
    displayName: id,
    testMatch: [...new Set(references.map(([testFile]) => `<rootDir>/test/${testFile}`))],
    testRunner: resolve('scripts/fidelity/named-tests.cjs'),
    globals: { namedTests: references.map(([, title]) => patternOf(title)).join('|') },
    transform: {
      '\\.m?[tj]s$': [
        resolve('scripts/fidelity/mutating-transform.cjs'),
        { transformer, options, file, from: mutant.from, to: mutant.to },
      ],
    },
  };
}

/** The names that Jest gives the tests of a title, `%s` filled in, inside of any `describe`. */
function patternOf(title) {
  const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/%[sdijp#]/g, '.*');
  return `(?:^| )${escaped}$`;
}
