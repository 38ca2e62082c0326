import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a configuration with which Vitest runs the test files of a folder.
 * @param reporter an expression: the name of a reporter, or a reporter itself
 * @param paths where the built library is, by the name that the tests import; Node imports it, as it does with a package
 * @returns its path
 */
export function writeVitestConfig(
  folder: string,
  reporter: string,
  paths: Readonly<Record<string, string>>,
): string {
  const alias = Object.entries(paths).map(
    ([name, file]) => `{ find: /^${name.replaceAll('/', '\\/')}$/, replacement: ${JSON.stringify(file)} }`,
  );
  const config = join(folder, 'vitest.config.mjs');
  writeFileSync(
    config,
    `export default {
  resolve: { alias: [${alias.join(', ')}] },
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    watch: false,
    reporters: [${reporter}],
    server: { deps: { external: [/\\/\\.tmp\\/.*\\/src\\//] } },
  },
};`,
  );
  return config;
}
