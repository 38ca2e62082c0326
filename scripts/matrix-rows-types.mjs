// The rows of the type checker: five TypeScripts, the module resolutions each has, and every way to have `expect` typed.
import { NODE_TYPES, SDK, sdkPackage } from './matrix-versions.mjs';

const TYPESCRIPTS = [
  ['5.0.4', ['nodenext', 'bundler', 'node10']],
  ['5.4.5', ['nodenext', 'bundler', 'node10']],
  ['5.9.3', ['nodenext', 'bundler', 'node10']],
  ['6.0.3', ['nodenext', 'bundler', 'node10']],
  ['7.0.2', ['nodenext', 'bundler']],
];
const RUNNERS = [
  ['@jest/globals 29.7.0', 'jest-globals', ['@jest/globals@29.7.0', 'expect@29.7.0']],
  ['@jest/globals 30.5.2', 'jest-globals', ['@jest/globals@30.5.2', 'expect@30.5.2']],
  ['@types/jest 30.0.0', 'types-jest', ['@types/jest@30.0.0', 'jest@30.5.2', '@jest/globals@30.5.2']],
  ['Vitest 3.2.7', 'vitest', ['vitest@3.2.7', 'vite@6']],
  ['Vitest 4.1.12', 'vitest', ['vitest@4.1.12', 'vite@7']],
  ['Vitest 5.1.1', 'vitest-5', ['vitest@5.1.1', 'vite@8', '@types/node@24.19.2']],
];
const compiler = (version) => `typescript-${version}`;
const COMPILERS = TYPESCRIPTS.map(([version]) => `${compiler(version)}@npm:typescript@${version}`);

export function typeRows() {
  return RUNNERS.flatMap(([runner, expects, packages]) =>
    TYPESCRIPTS.map(([version, resolutions]) => ({
      kind: 'types, TypeScript',
      version,
      ways: [...resolutions, runner],
      name: `types: TypeScript ${version} (${resolutions.join(', ')}), ${runner}`,
      files: 'types',
      // Where one package is named twice, npm takes the latter: Vitest 5 wants other types of Node.
      packages: [sdkPackage(), ...COMPILERS, NODE_TYPES, ...packages],
      sdk: SDK,
      commands: [['node', 'check.cjs', compiler(version), expects, ...resolutions]],
    })),
  );
}
