// Runs npm scripts side by side and prints the output of those that fail.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Scripts that need the package, which `tarball` builds and packs once for all of them. */
const NEEDS = { package: 'tarball', jest: 'tarball', surface: 'tarball' };

/** For every Node that a script starts. */
const NODE_OPTIONS = [
  process.env.NODE_OPTIONS,
  `--require=${JSON.stringify(resolve('scripts/optimize-less.cjs'))}`,
]
  .filter(Boolean)
  .join(' ');

/** The compiler and esbuild are written in Go. They end before it pays to collect garbage often. */
const GOGC = process.env.GOGC ?? '400';

/** Scripts whose output is shown as it comes. */
const SHOWN = new Set(['jest', 'jest:unit']);

/**
 * @param names npm scripts, those that take longest first
 * @returns whether all of them passed
 */
export async function runSteps(names) {
  const running = new Map();
  const waiting = [];
  let free = Math.max(2, availableParallelism());

  const slot = () => (free-- > 0 ? undefined : new Promise((resolve) => waiting.push(resolve)));
  const release = () => {
    free++;
    waiting.shift()?.();
  };
  const once = (name) => {
    if (!running.has(name)) running.set(name, start(name));
    return running.get(name);
  };
  const start = async (name) => {
    const need = NEEDS[name];
    if (need !== undefined && !(await once(need))) return false;
    await slot();
    const passed = await runScript(name);
    release();
    return passed;
  };
  const passed = await Promise.all(names.map(once));
  return passed.every(Boolean);
}

function runScript(name) {
  const started = performance.now();
  return new Promise((resolve) => {
    const PATH = [join(process.cwd(), 'node_modules/.bin'), process.env.PATH].join(delimiter);
    // As `npm run` does it, without the time that npm takes to start.
    const child = spawn(scripts[name], {
      shell: true,
      stdio: ['ignore', ...(SHOWN.has(name) ? ['inherit', 'inherit'] : ['pipe', 'pipe'])],
      env: { ...process.env, PATH, NODE_OPTIONS, GOGC, FAKE_EVENTBRIDGE_PACKED: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('close', (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (status !== 0 && output !== '') console.log(output);
      console.log(`${status === 0 ? 'passed' : 'FAILED'}: npm run ${name} (${seconds} s)`);
      resolve(status === 0);
    });
  });
}
