import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** The paths of the test project, seen from anywhere. */
export function pathsOfProject(): Record<string, string[]> {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.test.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries<string[]>(compilerOptions.paths).map(([name, files]) => [
      name,
      files.map((each) => join(root, each)),
    ]),
  );
}

/**
 * Writes a configuration with which Vitest runs the test files of a folder.
 * @param reporter an expression: the name of a reporter, or a reporter itself
 * @param paths where the package is: its sources, unless given otherwise
 * @returns its path
 */
export function writeVitestConfig(
  folder: string,
  reporter: string,
  paths: Readonly<Record<string, readonly string[]>> = pathsOfProject(),
): string {
  const alias = Object.entries(paths).map(
    ([name, [file]]) => `{ find: /^${name.replaceAll('/', '\\/')}$/, replacement: ${JSON.stringify(file)} }`,
  );
  const config = join(folder, 'vitest.config.mjs');
  writeFileSync(
    config,
    `export default {
  resolve: { alias: [${alias.join(', ')}] },
  test: { root: import.meta.dirname, include: ['*.test.ts'], watch: false, reporters: [${reporter}] },
};`,
  );
  return config;
}
