// Builds dist/cjs, which has all the code, and dist/esm, which re-exports it. So a process has one copy of the library,
// whichever way it is loaded. (docs/decisions/004-one-copy-for-both-formats.md)
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleLibrary } from './bundle-library.mjs';
import { writeDeclarations } from './declarations.mjs';

const require = createRequire(import.meta.url);
const libraries = ['index', 'server'];
const runners = ['jest', 'mocha', 'node-test', 'vitest'].map((runner) => `runners/${runner}`);
/** Packages that are bundled in the part that explores. */
const bundled = ['@sinonjs/fake-timers', '@sinonjs/commons', 'type-detect'];

rmSync('dist', { recursive: true, force: true });
for (const format of ['cjs', 'esm']) mkdirSync(`dist/${format}/runners`, { recursive: true });

await writeDeclarations(libraries, runners);
await bundleLibrary();
await bundle('cjs', ['server', ...runners]);
writeNotices('dist/cjs/explore.js');
writeFileSync('dist/cjs/package.json', '{"type":"commonjs"}\n');

// Runners are real in both formats: Vitest cannot be required.
await bundle('esm', runners);
writeFileSync('dist/esm/package.json', '{"type":"module"}\n');
for (const entry of runners) copyFileSync(`dist/cjs/${entry}.d.ts`, `dist/esm/${entry}.d.ts`);
for (const entry of libraries) {
  const names = Object.keys(require(resolve(`dist/cjs/${entry}.js`))).sort();
  writeFileSync(
    `dist/esm/${entry}.js`,
    // Required, not imported: Node would read all of the CommonJS file first, to find the names that it exports.
    `import { createRequire } from 'node:module';\n\nconst require = createRequire(import.meta.url);\n\nexport const { ${names.join(', ')} } = require('../cjs/${entry}.js');\n`,
  );
  writeFileSync(`dist/esm/${entry}.d.ts`, `export * from '../cjs/${entry}.js';\n`);
}

/** Users bring the packages themselves. */
function leaveOutPackages({ onResolve }) {
  onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    kind === 'entry-point' ? undefined : { path, external: true },
  );
}

/** The licences of the bundled packages require their notices in the package. */
function writeNotices(file) {
  const notices = bundled.map((name) => {
    const folder = dirname(require.resolve(`${name}/package.json`));
    const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/LICENSE`, 'utf8').trim()}\n`;
  });
  const intro = `${file} contains these packages:\n\n`;
  writeFileSync('dist/THIRD-PARTY-NOTICES.txt', `${intro}${notices.join(`\n${'-'.repeat(80)}\n\n`)}`);
}

/** One file for each entry: loading sixty small ones would cost every test file of a user some twenty milliseconds. */
function bundle(format, entries) {
  return build({
    entryPoints: Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`])),
    outdir: `dist/${format}`,
    bundle: true,
    format,
    platform: 'node',
    target: 'node20',
    plugins: [{ name: 'packages', setup: leaveOutPackages }],
    external: ['../index.js'],
    // Names stay, so that a stack can be read.
    minifyWhitespace: true,
    minifySyntax: true,
  });
}
