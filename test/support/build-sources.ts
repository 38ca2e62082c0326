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
 * Bundles the library for other programs. They would compile it file by file, which takes longer than their tests.
 * @param folder gets a file for each entry
 * @param entries paths below `src/`
 */
export function buildSources(folder: string, entries: readonly string[]): void {
  buildSync({
    ...BUILD_OPTIONS,
    entryPoints: entries.map((entry) => `src/${entry}`),
    outbase: 'src',
    outdir: folder,
    splitting: true,
    // Otherwise "sideEffects" of package.json, which is about dist, leaves out the runners.
    ignoreAnnotations: true,
  });
}
