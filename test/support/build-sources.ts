import { join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { root } from './root';

/** How tests bundle what other programs run. */
export const BUILD_OPTIONS: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
};

/**
 * Bundles the library and its matchers for Vitest, for other programs. They would compile it file by file, which takes
 * longer than their tests.
 * @returns the path of each bundle, by the name that tests import
 */
export function buildSources(folder: string): Readonly<Record<string, string>> {
  buildSync({
    ...BUILD_OPTIONS,
    entryPoints: ['src/index.ts', 'src/runners/vitest.ts'],
    outbase: 'src',
    outdir: folder,
    splitting: true,
    // Otherwise "sideEffects" of package.json, which is about dist, leaves out the runners.
    ignoreAnnotations: true,
  });
  return {
    'fake-eventbridge': join(folder, 'index.js'),
    'fake-eventbridge/vitest': join(folder, 'runners/vitest.js'),
  };
}
