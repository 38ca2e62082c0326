// Runs the packed package in fresh projects: runners, versions of Node and of the SDK. Prints a table and, with
// --readme, writes it into README.md. `--only quick` runs the part that belongs to `npm test`; any other word after
// --only picks the rows whose name contains it.
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { rowsOf } from './matrix-rows.mjs';

const run = promisify(execFile);
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const home = mkdtempSync(join(tmpdir(), 'fake-eventbridge-matrix-'));
const projects = resolve('test/consumers/projects');

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

/** The folder with the `node` of a version, installed once; the one that runs this needs none. */
const nodes = new Map();
function nodeFolder(version) {
  if (version === undefined) return Promise.resolve(undefined);
  if (!nodes.has(version)) nodes.set(version, installNode(version));
  return nodes.get(version);
}

async function installNode(version) {
  const kept = process.env.FAKE_EVENTBRIDGE_NODES;
  const folder = join(kept ?? home, kept === undefined ? `node-${version}` : version);
  if (!existsSync(join(folder, 'node_modules/node/bin/node'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}');
    await run('npm', ['install', '--no-audit', '--no-fund', `node@${version}`], { cwd: folder });
  }
  return join(folder, 'node_modules/node/bin');
}

const installed = new Map();
/** A fresh project with the tarball in it; rows that need the same packages share it. */
function project(tarball, files, packages) {
  const key = JSON.stringify([files, packages]);
  if (!installed.has(key)) installed.set(key, installProject(tarball, files, packages));
  return installed.get(key);
}

async function installProject(tarball, files, packages) {
  const folder = mkdtempSync(join(home, `${files}-`));
  cpSync(join(projects, files), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const { stderr } = await run('npm', ['install', '--no-audit', '--no-fund', tarball, ...packages], {
    cwd: folder,
  });
  const complaints = stderr.split('\n').filter((line) => /peer|ERESOLVE/i.test(line));
  if (complaints.length > 0) throw new Error(`npm complains: ${complaints[0]}`);
  return folder;
}

async function outcomeOf(tarball, { files, packages, node, commands, setup = {} }) {
  try {
    const folder = await project(tarball, files, packages);
    const bin = await nodeFolder(node);
    for (const [name, text] of Object.entries(setup)) writeFileSync(join(folder, name), text);
    const env = { ...process.env, CI: 'true', NODE_NO_WARNINGS: '1' };
    // What runs this may be a test itself; nothing of that is the consumer's.
    for (const name of ['NODE_OPTIONS', 'NODE_TEST_CONTEXT', 'JEST_WORKER_ID', 'NODE_ENV']) delete env[name];
    env.PATH = [bin, join(folder, 'node_modules/.bin'), env.PATH].filter(Boolean).join(delimiter);
    for (const [command, ...args] of commands) {
      const { stderr } = await run(command, args, { cwd: folder, env, timeout: 180_000 });
      if (/open handle|did not exit/i.test(stderr)) throw new Error('something was left open');
    }
    return 'passes';
  } catch (error) {
    const text = String(error.stdout ?? '') + String(error.stderr ?? '') || String(error.message);
    process.stderr.write(`${text}\n`);
    return 'FAILS';
  }
}

const tarball = pack();
const rows = rowsOf().filter(({ name, quick }) => (only === 'quick' ? quick : !only || name.includes(only)));
const lines = [];
let failed = 0;
for (const row of rows) {
  const outcome = await outcomeOf(tarball, row);
  if (outcome !== 'passes') failed += 1;
  lines.push(`| ${row.name} | ${row.node ?? process.versions.node} | ${row.sdk} | ${outcome} |`);
  process.stderr.write(`${lines.at(-1)}\n`);
}
const table = ['| consumer | Node | SDK | |', '|---|---|---|---|', ...lines].join('\n');
console.log(table);
if (process.argv.includes('--readme')) writeReadme(table);
rmSync(home, { recursive: true, force: true });
process.exitCode = failed > 0 || rows.length === 0 ? 1 : 0;

function writeReadme(text) {
  const readme = readFileSync('README.md', 'utf8');
  const [start, end] = ['<!-- matrix -->', '<!-- /matrix -->'];
  if (!readme.includes(start) || !readme.includes(end))
    throw new Error(`README.md has no ${start} ... ${end}`);
  const [before] = readme.split(start);
  const [, after] = readme.split(end);
  writeFileSync('README.md', `${before}${start}\n${text}\n${end}${after}`);
}
