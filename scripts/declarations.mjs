// Writes the declarations of the entries into dist/cjs: one file an entry, of what users can name and what that leads to.
// A file for each source file would pack the whole house, most of which nobody can import.
import { execFileSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

/** TypeScript 7 takes a quarter of the time. The plugin below needs the API of TypeScript 6, which 7 does not have. */
const TSC = 'node_modules/typescript-native/bin/tsc';
const COMPILED = '.tmp/declarations';

/** The fake, which the index exports: to the other entries it is the one of the index, not a copy. */
const FAKE = /\/fake-event-bridge(\.d\.ts|\.js)$/;

/**
 * @param libraries entries that are bundled
 * @param runners entries that only add to a runner's types, and import nothing but the index
 */
export async function writeDeclarations(libraries, runners) {
  rmSync(COMPILED, { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [
      TSC,
      // `npm run types` checks them.
      ...['-p', 'tsconfig.cjs.json', '--emitDeclarationOnly', '--noCheck', '--outDir', COMPILED],
    ],
    { stdio: 'inherit' },
  );
  for (const entry of libraries) {
    const bundle = await rollup({
      input: `${COMPILED}/${entry}.d.ts`,
      plugins: [dts()],
      external: (id) => isOfOthers(id) || (entry !== 'index' && FAKE.test(id)),
      treeshake: { moduleSideEffects: false },
    });
    await bundle.write({
      file: `dist/cjs/${entry}.d.ts`,
      format: 'es',
      paths: (id) => (FAKE.test(id) ? './index.js' : id),
    });
  }
  for (const entry of runners) copyFileSync(`${COMPILED}/${entry}.d.ts`, `dist/cjs/${entry}.d.ts`);
}

/** Packages, Node's own modules included. */
function isOfOthers(id) {
  return !/^[./]|^[A-Z]:/i.test(id);
}
