// Loads the fidelity table, which is TypeScript.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** @returns what `test/fidelity/table.ts` exports */
export async function loadTable() {
  mkdirSync('.tmp', { recursive: true });
  const outfile = resolve('.tmp/fidelity-table.mjs');
  await build({ entryPoints: ['test/fidelity/table.ts'], bundle: true, format: 'esm', outfile });
  return import(pathToFileURL(outfile).href);
}
