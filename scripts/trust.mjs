// `npm run trust`: kills the mutant of each row of the fidelity table, and measures the branch coverage and the
// mutation score of the rooms. It prints on what evidence the behaviours rest. The mutation score takes long: see
// docs/mutation.md.
import { spawnSync } from 'node:child_process';
import { loadTable } from './fidelity/load-table.mjs';

const STEPS = ['fidelity/mutants.mjs', 'coverage.mjs', 'mutation/run.mjs', 'mutation/report.mjs'];
const failed = STEPS.filter(
  (script) => spawnSync(process.execPath, [`scripts/${script}`], { stdio: 'inherit' }).status !== 0,
);

const { rows } = await loadTable();
const of = (evidence) => rows.filter((row) => row.evidence === evidence).length;
console.log(
  `${rows.length} behaviours: ${of('recorded')} recorded, ${of('documented')} documented, ${of('inferred')} inferred`,
);
for (const script of failed) console.log(`FAILED: scripts/${script}`);
if (failed.length > 0) process.exit(1);
