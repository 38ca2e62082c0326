import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root';

const jestProgram = join(root, 'node_modules/jest/bin/jest.js');

/** What the tests of an example say once a defect is in it. */
export interface MutantRun {
  readonly failed: readonly string[];
  /** Everything that the failing tests printed, without colours. */
  readonly text: string;
}

/**
 * Runs the tests of an example with a defect put into it.
 * @param folder the folder of the example, below `examples/`
 * @param file the file that gets the defect
 * @param change from the correct text to the defective one; the correct one has to occur exactly once
 * @param tests a file of tests to run instead of the example's own
 */
export function runMutant(
  folder: string,
  file: string,
  change: readonly [correct: string, defective: string],
  tests?: { readonly file: string; readonly text: string },
): MutantRun {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  const copy = mkdtempSync(join(root, '.tmp', 'mutant-'));
  try {
    cpSync(join(root, 'examples', folder), copy, { recursive: true });
    const source = readFileSync(join(copy, file), 'utf8');
    if (source.split(change[0]).length !== 2)
      throw new Error(`"${change[0]}" does not occur exactly once in ${file}`);
    writeFileSync(
      join(copy, file),
      source.replace(change[0], () => change[1]),
    );
    if (tests !== undefined) writeFileSync(join(copy, tests.file), tests.text);
    const args = [
      jestProgram,
      ...(tests === undefined ? [] : [join(copy, tests.file)]),
      '--config',
      'test/support/jest-base.mjs',
      '--roots',
      copy,
      '--json',
      '--testLocationInResults',
    ];
    const { stdout } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    const report: JestReport = JSON.parse(stdout);
    const failures = report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed');
    return {
      failed: failures.map(({ title }) => title),
      text: failures.flatMap(({ failureMessages }) => failureMessages).join('\n'),
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

interface JestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}
