// `npm run fidelity:mutants [-- ID...]`: breaks each row of the fidelity table with its mutant, runs the tests that the
// row names, and fails when a mutant survives them. One run of Jest has a project for each mutant, whose transform makes
// the change: nothing is copied, and the workers are started once.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import base from '../../test/support/jest-base.mjs';
import { loadTable } from './load-table.mjs';

const CONFIG = '.tmp/mutants.config.json';
const REPORT = '.tmp/mutants.json';
const started = performance.now();

const { rows } = await loadTable();
const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? rows : rows.filter(({ id }) => wanted.includes(id));

mkdirSync('.tmp', { recursive: true });
rmSync(REPORT, { force: true });
writeFileSync(CONFIG, JSON.stringify({ projects: chosen.map(projectOf), testTimeout: 60_000 }));
const jest = ['node_modules/jest/bin/jest.js', '--config', CONFIG, '--maxWorkers', '2', '--silent'];
spawnSync(process.execPath, [...jest, '--reporters', resolve('scripts/fidelity/report-by-mutant.mjs')], {
  stdio: 'inherit',
  env: { ...process.env, MUTANTS_REPORT: REPORT },
});

const outcomes = JSON.parse(readFileSync(REPORT, 'utf8'));
const alive = chosen.filter(({ id }) => outcomes[id]?.failed === undefined || outcomes[id].failed === 0);
for (const { id, tests, mutant } of alive) {
  const { passed = 0, error } = outcomes[id] ?? {};
  const why = error ?? (passed > 0 ? `${passed} tests passed` : 'no test of these names ran');
  console.log(`survived: ${id} (${why})\n  ${mutant.from}\n  ${mutant.to}\n  ${tests.join('\n  ')}`);
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${chosen.length - alive.length} of ${chosen.length} mutants killed in ${seconds} s`);
if (alive.length > 0) process.exit(1);

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
