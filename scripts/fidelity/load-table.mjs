// Loads the fidelity table, which is TypeScript.
import { build } from 'esbuild';

/** @returns what `test/fidelity/table.ts` exports */
export async function loadTable() {
  const { outputFiles } = await build({
    entryPoints: ['test/fidelity/table.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const [{ contents }] = outputFiles;
  // Not by way of a file: commands that run side by side would read each other's.
  return import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`);
}
