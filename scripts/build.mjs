// Builds dist/cjs, which has all the code, and dist/esm, which re-exports it: so there is one copy of the library in a
// process, whichever way it is loaded. (docs/decisions/004-one-copy-for-both-formats.md)
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize, resolve } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const libraries = ['index', 'server'].filter((entry) => existsSync(`src/${entry}.ts`));
const runners = ['runners/jest', 'runners/vitest'];

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/esm/runners', { recursive: true });

execFileSync(
  process.execPath,
  [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.cjs.json', '--emitDeclarationOnly'],
  {
    stdio: 'inherit',
  },
);
dropUnusedImports('dist/cjs');
dropUnreachable('dist/cjs', [...libraries, ...runners]);
await bundle('cjs', [...libraries, ...runners]);
writeFileSync('dist/cjs/package.json', '{"type":"commonjs"}\n');

// Runners are real in both formats: Vitest cannot be required.
await bundle('esm', runners);
writeFileSync('dist/esm/package.json', '{"type":"module"}\n');
for (const entry of runners) copyFileSync(`dist/cjs/${entry}.d.ts`, `dist/esm/${entry}.d.ts`);
for (const entry of libraries) {
  const names = Object.keys(require(resolve(`dist/cjs/${entry}.js`))).sort();
  writeFileSync(
    `dist/esm/${entry}.js`,
    `import library from '../cjs/${entry}.js';\n\nexport const { ${names.join(', ')} } = library;\n`,
  );
  writeFileSync(`dist/esm/${entry}.d.ts`, `export * from '../cjs/${entry}.js';\n`);
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
    packages: 'external',
    external: ['../index.js'],
    // Names stay, so that a stack can be read.
    minifyWhitespace: true,
    minifySyntax: true,
  });
}

/** Deletes the declarations that no entry leads to: nobody can import them. */
function dropUnreachable(folder, entries) {
  const reached = new Set();
  const follow = (file) => {
    if (reached.has(file)) return;
    reached.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, path] of text.matchAll(/(?:from|import)\s*\(?'(\.[^']*)\.js'/g)) {
      follow(normalize(join(dirname(file), `${path}.d.ts`)));
    }
  };
  for (const entry of entries) follow(`${entry}.d.ts`);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.d.ts') && !reached.has(normalize(file))) rmSync(join(folder, file));
  }
}

/** The compiler strips what is internal from declarations, but leaves the imports that only this needed. */
function dropUnusedImports(folder) {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const trimmed = text.replace(/^import (?:type )?\{([^}]*)\} from ('[^']*');\n/gm, (line, list, from) => {
      const rest = text.replace(line, '');
      const used = list
        .split(',')
        .filter((item) => new RegExp(`\\b${item.trim().split(' ').at(-1)}\\b`).test(rest));
      return used.length === 0 ? '' : `import {${used.join(',')}} from ${from};\n`;
    });
    writeFileSync(join(folder, file), trimmed);
  }
}
