// Runs the packed package in fresh projects: runners, TypeScripts, versions of Node and of the SDK. Prints a table and,
// with --readme, writes it into README.md. `--only quick` runs the part that belongs to `npm test`; any other word after
// --only picks the rows whose name contains it, and renews those alone.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { installsIn, NotToBeHad } from './matrix-installs.mjs';
import { rowsOf } from './matrix-rows.mjs';

const run = promisify(execFile);
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const home = mkdtempSync(join(tmpdir(), 'fake-eventbridge-matrix-'));

/** The tarball, built from these sources unless one was just built. */
function pack() {
  if (!existsSync('dist/esm/index.js'))
    execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  return join(home, filename);
}

/** What became of a row, in a word or two, and whether it passed. */
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

const HEAD = ['| consumer | Node | SDK | |', '|---|---|---|---|'];
const keyOf = ({ name, node, sdk }) => `| ${name} | ${node ?? process.versions.node} | ${sdk} | `;

const installs = installsIn(home, pack());
const all = rowsOf();
const rows = all.filter(({ name, quick }) => (only === 'quick' ? quick : !only || name.includes(only)));
const lines = [];
let failed = 0;
for (const row of rows) {
  const { passed, text } = await outcomeOf(installs, row);
  if (!passed) failed += 1;
  lines.push(`${keyOf(row)}${text} |`);
  process.stderr.write(`${lines.at(-1)}\n`);
  if (process.argv.includes('--readme')) writeReadme();
}
console.log([...HEAD, ...lines].join('\n'));
console.log(`${rows.length - failed} of ${rows.length} rows pass`);
rmSync(home, { recursive: true, force: true });
process.exitCode = failed > 0 || rows.length === 0 ? 1 : 0;

/** Writes the rows that were run; of the others, those stay that the table has already. */
function writeReadme() {
  const readme = readFileSync('README.md', 'utf8');
  const [start, end] = ['<!-- matrix -->', '<!-- /matrix -->'];
  if (!readme.includes(start) || !readme.includes(end))
    throw new Error(`README.md has no ${start} ... ${end}`);
  const [before, rest] = readme.split(start);
  const [table, after] = rest.split(end);
  const known = [...lines, ...table.split('\n')];
  const kept = all.flatMap((row) => known.find((line) => line.startsWith(keyOf(row))) ?? []);
  writeFileSync('README.md', `${before}${start}\n${[...HEAD, ...kept].join('\n')}\n${end}${after}`);
}
