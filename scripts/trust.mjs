// `npm run trust [-- --mutation]`: kills the mutant of each row of the fidelity table, and measures the coverage of branches.
// Prints the mutation score of each room, and on what evidence the behaviours rest. The scores are those of the last run of
// `npm run mutation`, which takes an hour; `--mutation` runs it.
import { spawnSync } from 'node:child_process';
import { loadTable } from './fidelity/load-table.mjs';
import { ROOMS } from './mutation/rooms.mjs';
import { readScores, sourcesOf } from './mutation/scores.mjs';

const MIN_SCORE = 90;

const steps = ['fidelity/mutants.mjs', 'coverage.mjs'];
if (process.argv.includes('--mutation')) steps.push('mutation/run.mjs', 'mutation/report.mjs');
const failed = steps
  .filter((script) => spawnSync(process.execPath, [`scripts/${script}`], { stdio: 'inherit' }).status !== 0)
  .map((script) => `scripts/${script}`);

const scores = readScores();
for (const room of Object.keys(ROOMS)) {
  const { score = 0, killed = 0, total = 0, sources } = scores[room] ?? {};
  const isOld = sources !== sourcesOf(room);
  console.log(
    `mutation score of ${room}: ${score} %, ${killed} of ${total} mutants killed${isOld ? `, before its code changed: npm run mutation -- ${room}` : ''}`,
  );
  if (score < MIN_SCORE) failed.push(`the mutation score of ${room}: at least ${MIN_SCORE} %`);
}

const { rows } = await loadTable();
const of = (evidence) => rows.filter((row) => row.evidence === evidence).length;
console.log(
  `${rows.length} behaviours: ${of('recorded')} recorded, ${of('documented')} documented, ${of('inferred')} inferred`,
);
for (const what of failed) console.log(`FAILED: ${what}`);
if (failed.length > 0) process.exit(1);
