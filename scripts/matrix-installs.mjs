// What the matrix installs: Nodes, and fresh projects with the tarball in them. Each is installed once.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const PNPM = resolve('node_modules/pnpm/bin/pnpm.cjs');
const projects = resolve('test/consumers/projects');

/** What cannot be installed is reported as that: it says nothing about the package under test. */
export class NotToBeHad extends Error {}

export function installsIn(home, tarball) {
  const kept = new Map();
  const once = (key, install) => {
    if (!kept.has(key)) kept.set(key, install());
    return kept.get(key);
  };
  return {
    /** The folder with the `node` of a version; nothing for the one that runs this. */
    node: (version) => version && once(`node ${version}`, () => installNode(home, version)),
    /** A project's folder; rows that need the same packages share it. */
    project: (row) =>
      once(JSON.stringify([row.files, row.installer, row.packages]), async () => {
        const install = row.installer === 'pnpm' ? pnpm : npm;
        return installProject(home, row.files, (folder) => install(folder, [tarball, ...row.packages]));
      }),
  };
}

/** The registry has every Node as a package. `FAKE_EVENTBRIDGE_NODES` names a folder to keep them in. */
async function installNode(home, version) {
  const folder = join(process.env.FAKE_EVENTBRIDGE_NODES ?? home, version);
  const bin = join(folder, 'node_modules/node/bin');
  try {
    if (!existsSync(join(bin, 'node'))) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{ "private": true }');
      await execute('npm', ['install', '--no-audit', '--no-fund', `node@${version}`], { cwd: folder });
    }
    const { stdout } = await execute(join(bin, 'node'), ['--version']);
    if (stdout.trim() !== `v${version}`) throw new Error(`it is ${stdout}`);
  } catch (error) {
    throw new NotToBeHad(`Node ${version} cannot be had here: ${String(error.message).split('\n')[0]}`);
  }
  return bin;
}

async function installProject(home, files, install) {
  const folder = mkdtempSync(join(home, `${files}-`));
  cpSync(join(projects, files), folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }');
  const { stdout, stderr } = await install(folder);
  const complaint = `${stdout}\n${stderr}`.split('\n').find((line) => /\bpeer\b|ERESOLVE/i.test(line));
  if (complaint !== undefined) throw new Error(`The installer complains: ${complaint}`);
  return folder;
}

function npm(cwd, packages) {
  return execute('npm', ['install', '--no-audit', '--no-fund', '--strict-peer-deps', ...packages], { cwd });
}

/** The pnpm of this repository: package.json has its version. */
function pnpm(cwd, packages) {
  const strictly = ['--config.strict-peer-dependencies=true', '--config.auto-install-peers=false'];
  // What a package wants to build at its installation stays unbuilt, as pnpm has it; that is not a failure.
  return execute(process.execPath, [PNPM, 'add', ...strictly, ...packages], { cwd });
}
