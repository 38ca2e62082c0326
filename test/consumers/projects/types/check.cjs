// Compiles with one TypeScript under some module resolutions: `node check.cjs <typescript> <runner> <resolution>...`.
// Strictly, without skipLibCheck; where only declarations of others have errors, it says whose, and tries again with it.
const { spawnSync } = require('node:child_process');
const { readFileSync, writeFileSync } = require('node:fs');

const VITEST = "import { expect } from 'vitest';\nimport 'fake-eventbridge/vitest';\n";

/** Where `expect` comes from; with @types/jest it is global. */
const IMPORTS = {
  'jest-globals': "import { expect } from '@jest/globals';\nimport 'fake-eventbridge/jest';\n",
  'types-jest': "import 'fake-eventbridge/jest';\n",
  vitest: VITEST,
  'vitest-5': VITEST,
};

const [compiler, runner, ...resolutions] = process.argv.slice(2);
const file = `${runner}.ts`;
const plain = [file, 'consumer.ts'];
const withCatalog = [...plain, `catalog-${file}`];
writeFileSync(file, IMPORTS[runner] + readFileSync('matchers.ts', 'utf8'));
writeFileSync(`catalog-${file}`, IMPORTS[runner] + readFileSync('catalog.ts', 'utf8'));
// Vitest 5 tells a matcher what `expect` was given only with the declaration that the docs show.
if (runner === 'vitest-5') {
  const page = readFileSync('node_modules/fake-eventbridge/docs/getting-started.md', 'utf8');
  const blocks = [...page.matchAll(/^```typescript\n(.*?)^```/gms)].map(([, block]) => block);
  const declaration = blocks.find((block) => block.includes("declare module 'vitest'"));
  writeFileSync('declared.d.ts', declaration);
  withCatalog.push('declared.d.ts');
}
const programs = runner === 'vitest-5' ? [plain, withCatalog] : [withCatalog];
const { version } = require(`./node_modules/${compiler}/package.json`);
const MODULE = { nodenext: 'nodenext', bundler: 'esnext', node10: 'commonjs' };

function compile(files, resolution, ...more) {
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--pretty', 'false'];
  options.push('--module', MODULE[resolution], '--moduleResolution', resolution);
  options.push('--types', runner === 'types-jest' ? 'jest,node' : 'node');
  if (resolution === 'node10' && version.startsWith('6.')) options.push('--ignoreDeprecations', '6.0');
  const tsc = `node_modules/${compiler}/bin/tsc`;
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, ...options, ...more, ...files], {
    encoding: 'utf8',
  });
  // Lines that are indented go on about the one before.
  return (stdout + stderr).split('\n').filter((line) => /^\S/.test(line));
}

/** The package whose declarations an error is in; nothing when it is ours or the consumer's. */
function packageOf(line) {
  const [, name] = /^node_modules\/(?:\.pnpm\/)?(?:.*node_modules\/)?((?:@[^/]+\/)?[^/]+)\//.exec(line) ?? [];
  return name === 'fake-eventbridge' ? undefined : name;
}

const blamed = new Set();
for (const [resolution, files] of resolutions.flatMap((each) => programs.map((files) => [each, files]))) {
  const errors = compile(files, resolution);
  const ours = errors.filter((line) => packageOf(line) === undefined);
  const left = ours.length > 0 || errors.length === 0 ? ours : compile(files, resolution, '--skipLibCheck');
  if (left.length > 0) {
    console.error(`${compiler}, ${file}, ${resolution}:\n${left.join('\n')}`);
    process.exitCode = 1;
  }
  for (const line of errors) blamed.add(packageOf(line));
}
blamed.delete(undefined);
if (blamed.size > 0)
  console.log(`note: skipLibCheck, for errors in the declarations of ${[...blamed].sort().join(', ')}`);
