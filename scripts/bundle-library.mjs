// Bundles the library for CommonJS. core.js has what every test needs. A part is loaded when a function of it is called
// for the first time. (docs/decisions/012-parts-on-demand.md)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';
import { crossingsInto } from './part-crossings.mjs';
import { PART_NAMES, partOf } from './parts.mjs';

const OUT = 'dist/cjs';
const SOURCES = resolve('src');
const EXPLORE = resolve('src/explore.ts');
const LOAD_PARTS = resolve('src/base/runtime/load-parts.ts');
const FAKE_TIMERS = '@sinonjs/fake-timers';
/** A module with what other parts use of a part. */
const PART = '\0part:';
/** A module in the core that stands in for one of a part: its functions load the part when they are called. */
const STAND_IN = '\0stand-in:';

/** Writes index.js, core.js, and a file for each part. */
export async function bundleLibrary() {
  const crossings = crossingsInto(SOURCES);
  const bundle = await rollup({
    input: 'src/index.ts',
    external: (id) => /^[^./\0]/.test(id) && id !== FAKE_TIMERS,
    plugins: [standIns(crossings), fakeTimers(), typescript()],
    treeshake: { moduleSideEffects: false },
    onwarn: ({ message }) => {
      throw new Error(message);
    },
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    esModule: true,
    exports: 'named',
    interop: 'auto',
    minifyInternalExports: false,
    hoistTransitiveImports: false,
    chunkFileNames: '[name].js',
    manualChunks: (id) => (id === resolve('src/index.ts') ? undefined : chunkOf(id)),
    plugins: [loadsParts()],
  });
  await bundle.close();
  mkdirSync(OUT, { recursive: true });
  for (const { fileName, code } of output) {
    const isPart = !['index.js', 'core.js'].includes(fileName);
    const { code: small } = await transform(isPart ? asFunctionOfCore(code, fileName) : code, {
      target: 'node20',
      // Names stay, so that a stack can be read.
      minifyWhitespace: true,
      minifySyntax: true,
    });
    writeFileSync(`${OUT}/${fileName}`, small);
  }
}

function chunkOf(id) {
  if (id.startsWith(PART)) return id.slice(PART.length);
  if (id.startsWith(STAND_IN)) return 'core';
  if (id.startsWith('\0')) return 'explore';
  return partOf(relative(SOURCES, id)) ?? 'core';
}

function standIns(crossings) {
  return {
    name: 'stand-ins',
    resolveId(source, importer, { isEntry }) {
      if (isEntry) return resolve(source);
      if (source.startsWith('\0')) return source;
      if (!source.startsWith('.') || importer === undefined) return null;
      const id = resolve(importer, '..', source).replace(/\.js$/, '.ts');
      const part = partOf(relative(SOURCES, id));
      const isCrossing = part !== undefined && part !== partOf(relative(SOURCES, importer)) && id !== EXPLORE;
      return isCrossing ? `${STAND_IN}${id}` : id;
    },
    load(id) {
      if (id.startsWith(PART)) {
        const files = crossings.get(id.slice(PART.length)) ?? new Map();
        return [...files]
          .map(([file, names]) => `export { ${[...names].join(', ')} } from ${JSON.stringify(file)};`)
          .join('\n');
      }
      if (!id.startsWith(STAND_IN)) return null;
      const file = id.slice(STAND_IN.length);
      const part = partOf(relative(SOURCES, file));
      const functions = [...crossings.get(part).get(file)].map(
        (name) => `export function ${name}(...args) { return load().${name}(...args); }`,
      );
      return `const load = () => import('${PART}${part}');\n${functions.join('\n')}`;
    },
  };
}

/**
 * How the core loads a part, once. It passes its own exports, so that a part has the objects of the core that loads it,
 * whatever a test reloads.
 */
function loadsParts() {
  return {
    name: 'loads-parts',
    renderDynamicImport: ({ moduleId, targetModuleId }) => {
      const name = targetModuleId === EXPLORE ? 'explore' : targetModuleId.slice(PART.length);
      const [left, right] = [`parts$.${name} ??= require(`, ')(exports)'];
      return targetModuleId === EXPLORE && moduleId !== LOAD_PARTS
        ? { left: `Promise.resolve().then(() => ${left}`, right: `${right})` }
        : { left: `(${left}`, right: `${right})` };
    },
    intro: ({ fileName }) => (fileName === 'core.js' ? 'const parts$ = {};' : ''),
  };
}

/** The source of `load-parts.ts` with what its function does in the package. */
function loadingAllParts(source) {
  const empty = 'function loadParts(): void {}';
  if (!source.includes(empty)) throw new Error(`src/base/runtime/load-parts.ts has no ${empty}`);
  const parts = PART_NAMES.filter((name) => name !== 'explore').map((name) => `import('${PART}${name}');`);
  return source.replace(empty, `function loadParts() { ${parts.join(' ')} import('../../explore.js'); }`);
}

/** The code of a part as a function that takes the exports of the core. */
function asFunctionOfCore(code, fileName) {
  const withCore = code.replace(/^var core = require\('\.\/core\.js'\);$/m, '');
  if (withCore === code || /require\('\.{1,2}\//.test(withCore))
    throw new Error(`${fileName} must import core.js, and no other file of the library`);
  return `module.exports = (core) => {\nconst exports = {};\n${withCore}\nreturn exports;\n};\n`;
}

/** The package that explore/ needs, which is CommonJS. */
function fakeTimers() {
  return {
    name: 'fake-timers',
    resolveId: (source) => (source === FAKE_TIMERS ? `\0${FAKE_TIMERS}` : null),
    async load(id) {
      if (id !== `\0${FAKE_TIMERS}`) return null;
      const { outputFiles } = await build({
        stdin: { contents: `export { withGlobal } from '${FAKE_TIMERS}';`, resolveDir: '.' },
        bundle: true,
        format: 'esm',
        platform: 'node',
        target: 'node20',
        write: false,
      });
      return outputFiles[0].text;
    },
  };
}

function typescript() {
  return {
    name: 'typescript',
    load: (id) => {
      if (!id.endsWith('.ts') || id.startsWith('\0')) return null;
      const source = readFileSync(id, 'utf8');
      return id === LOAD_PARTS ? loadingAllParts(source) : source;
    },
    async transform(source, id) {
      if (!id.endsWith('.ts') || id.startsWith('\0')) return null;
      const { code } = await transform(source, { loader: 'ts', target: 'node20' });
      return { code, map: null };
    },
  };
}
