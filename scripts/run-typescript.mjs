// `node scripts/run-typescript.mjs FILE ARGUMENT...`: runs a script that is written in TypeScript. It bundles the script first,
// which takes less time than to compile each of its modules when Node loads it.
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const [, , file = '', ...args] = process.argv;
const bundle = resolve('.tmp/scripts', `${basename(resolve(file, '..'))}.cjs`);
buildSync({
  entryPoints: [file],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
});
process.argv = [process.argv[0], file, ...args];
process.setSourceMapsEnabled(true);
createRequire(import.meta.url)(bundle);
