import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { NODE_OPTIONS } from './node-options';
import { root } from './root';

/** What would be published. */
export const tarball = resolve(root, '.tmp/package.tgz');

/** The project that has the packed package installed: see `packed-package.mjs`. */
export const consumer = process.env['FAKE_EVENTBRIDGE_CONSUMER'] ?? '';

export interface Ended {
  readonly status: number | null;
  /** What it printed, on both streams. */
  readonly text: string;
}

/** Runs a program of Node in the consumer's project, without what is the test runner's own. */
export function runInConsumer(...args: string[]): Promise<Ended> {
  return run(process.execPath, args, consumer);
}

/** Runs a program in a folder, without colours, and without what is the test runner's own. */
export function run(
  program: string,
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((done, failed) => {
    const env = {
      ...process.env,
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      JEST_WORKER_ID: undefined,
      NODE_ENV: undefined,
      NODE_OPTIONS,
      ...variables,
    };
    const child = spawn(program, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    child.on('error', failed);
    child.on('close', (status) => done({ status, text }));
  });
}
