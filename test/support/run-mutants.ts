import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JestResults } from './jest-results';
import { root } from './root';
import { temporaryFolder } from './temporary-folder';

/** What the tests of an example say once a defect is in it. */
export interface MutantRun {
  readonly failed: readonly string[];
  /** Everything that the failing tests printed, without colours. */
  readonly text: string;
}

/** From the correct text to the defective one; the correct one has to occur exactly once. */
type Change = readonly [correct: string, defective: string];

/**
 * Runs the tests of an example with each of these defects put into it, in one Jest: it starts for longer than it tests.
 * @param folder the folder of the example, below `examples/`
 * @param file the file that gets the defects
 * @param changes by the name of the defect
 */
export function runMutants<Name extends string>(
  folder: string,
  file: string,
  changes: Readonly<Record<Name, Change>>,
): Readonly<Record<Name, MutantRun>> {
  const copies = temporaryFolder('mutants');
  for (const [name, change] of Object.entries<Change>(changes)) {
    cpSync(join(root, 'examples', folder), join(copies, name), { recursive: true });
    putInto(join(copies, name, file), change);
  }
  const args = ['--config', 'test/support/jest-base.mjs', '--roots', copies, '--runInBand', '--json'];
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  const { testResults }: JestResults = JSON.parse(stdout);
  const runs = Object.keys(changes).map((name) => {
    const results = testResults.filter((result) => dirname(result.name) === join(copies, name));
    return [name, mutantRun(results)];
  });
  return Object.fromEntries(runs);
}

function putInto(file: string, [correct, defective]: Change): void {
  const source = readFileSync(file, 'utf8');
  if (source.split(correct).length !== 2)
    throw new Error(`"${correct}" does not occur exactly once in ${file}`);
  writeFileSync(
    file,
    source.replace(correct, () => defective),
  );
}

function mutantRun(results: JestResults['testResults']): MutantRun {
  const tests = results.flatMap(({ assertionResults }) => assertionResults);
  if (tests.length === 0)
    throw new Error(`No test has run. ${results.map(({ message }) => message).join('\n')}`);
  const failures = tests.filter(({ status }) => status === 'failed');
  return {
    failed: failures.map(({ title }) => title),
    text: failures.flatMap(({ failureMessages }) => failureMessages).join('\n'),
  };
}
