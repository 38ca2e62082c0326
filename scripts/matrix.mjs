// Runs the packed package in fresh projects: runners, TypeScripts, versions of Node and of the SDK. Prints a table and,
// with --write, writes it into docs/compatibility.md, with a summary. `--only quick` runs the part that belongs to `npm test`; any other word after
// --only picks the rows whose name contains it, and renews those alone.
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { installsIn, NotToBeHad } from './matrix-installs.mjs';
import { rowsOf } from './matrix-rows.mjs';
import { lineOf, tableOf, writeTables } from './matrix-table.mjs';

const run = promisify(execFile);
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const home = mkdtempSync(join(tmpdir(), 'fake-eventbridge-matrix-'));

/** The tarball, built from these sources unless `npm test` has just done so. */
function pack() {
  if (process.env.FAKE_EVENTBRIDGE_PACKED !== '1')
    execFileSync(process.execPath, ['scripts/tarball.mjs'], { stdio: 'inherit' });
  return resolve('.tmp/package.tgz');
}

/** The result of a row, in a word or two, and whether it passed. */
async function outcomeOf(installs, row) {
  try {
    const bin = await installs.node(row.node);
    const folder = await installs.project(row);
    for (const [name, text] of Object.entries(row.setup ?? {})) writeFileSync(join(folder, name), text);
    const notes = [];
    for (const command of row.commands) notes.push(...(await runIn(folder, bin, command)));
    return { passed: true, text: ['passes', ...notes].join('; ') };
  } catch (error) {
    const text = String(error.stdout ?? '') + String(error.stderr ?? '') || String(error.message);
    process.stderr.write(`${text}\n`);
    return { passed: false, text: error instanceof NotToBeHad ? `NOT RUN: ${error.message}` : 'FAILS' };
  }
}

/** @returns what the command wants to be noted in the table */
async function runIn(folder, bin, [command, ...args]) {
  const env = { ...process.env, CI: 'true', NODE_NO_WARNINGS: '1' };
  // What runs this may be a test itself; nothing of that is the consumer's.
  for (const name of ['NODE_OPTIONS', 'NODE_TEST_CONTEXT', 'JEST_WORKER_ID', 'NODE_ENV']) delete env[name];
  env.PATH = [bin, join(folder, 'node_modules/.bin'), env.PATH].filter(Boolean).join(delimiter);
  const { stdout, stderr } = await run(command, args, { cwd: folder, env, timeout: 180_000 });
  if (/open handle|did not exit/i.test(stderr)) throw new Error(`something was left open:\n${stderr}`);
  return [...stdout.matchAll(/^note: (.*)$/gm)].map(([, note]) => note);
}

const installs = installsIn(home, pack());
const all = rowsOf();
const rows = all.filter(({ name, quick }) => (only === 'quick' ? quick : !only || name.includes(only)));
const outcomes = new Map();
let failed = 0;
for (const row of rows) {
  const { passed, text } = await outcomeOf(installs, row);
  if (!passed) failed += 1;
  outcomes.set(row, text);
  process.stderr.write(`${lineOf(row, text)}\n`);
  if (process.argv.includes('--write')) writeTables(all, outcomes);
}
console.log(tableOf(rows.map((row) => lineOf(row, outcomes.get(row)))));
console.log(`${rows.length - failed} of ${rows.length} rows pass`);
rmSync(home, { recursive: true, force: true });
process.exitCode = failed > 0 || rows.length === 0 ? 1 : 0;
