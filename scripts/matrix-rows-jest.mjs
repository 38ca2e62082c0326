// The rows of Jest: two versions, three transforms, both module formats, and what is left open or behind.
import { NODE_TYPES, OTHER_NODES, SDK, sdkPackage } from './matrix-versions.mjs';

const JESTS = ['29.7.0', '30.5.2'];
const TRANSFORMS = [
  {
    name: 'swc',
    packages: ['@swc/jest@0.2.39', '@swc/core@1.16.22'],
    transform: () => ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
  {
    name: 'ts-jest 29.4.15',
    packages: ['ts-jest@29.4.15', 'typescript@6.0.3'],
    transform: (esm) => ['ts-jest', { diagnostics: true, tsconfig: 'tsconfig.json', useESM: esm }],
  },
  {
    name: 'babel',
    packages: ['@babel/core@7.29.13', '@babel/preset-env@7.29.14', '@babel/preset-typescript@7.29.7'],
    transform: () => [
      'babel-jest',
      { presets: [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript'] },
    ],
  },
];

const tsconfig = (esm) =>
  JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      module: esm ? 'esnext' : 'node16',
      moduleResolution: esm ? 'bundler' : 'node16',
      strict: true,
      esModuleInterop: true,
      isolatedModules: true,
      lib: ['ES2022', 'ESNext.Disposable', 'DOM'],
      types: ['node'],
    },
  });

export function jestRows() {
  return JESTS.flatMap((version) => TRANSFORMS.flatMap((transform) => rowsOf(version, transform)));
}

function rowsOf(version, { name, packages, transform }) {
  const jest = [`jest@${version}`, `@jest/globals@${version}`, `babel-jest@${version}`];
  const common = {
    packages: [sdkPackage(), ...jest, ...packages, NODE_TYPES],
    sdk: SDK,
    kind: 'Jest',
    version,
  };
  const setup = (esm) => ({
    'jest.config.json': JSON.stringify({
      testMatch: ['**/*.test.[jt]s'],
      transform: { '\\.[jt]s$': transform(esm) },
      ...(esm && { extensionsToTreatAsEsm: ['.ts'] }),
    }),
    'tsconfig.json': tsconfig(esm),
  });
  const commonjs = { ...common, files: 'jest', setup: setup(false) };
  const rows = [
    {
      ...commonjs,
      ways: [name, 'CommonJS', 'resetModules', 'isolateModules', 'workers'],
      name: `Jest ${version}, ${name}, CommonJS (resetModules, isolateModules, workers)`,
      commands: [['jest', '-c', 'jest.config.json', '--maxWorkers=2']],
    },
    {
      ...common,
      files: 'jest-esm',
      setup: setup(true),
      ways: [name, 'ES modules'],
      name: `Jest ${version}, ${name}, ES modules`,
      commands: [
        ['node', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '-c', 'jest.config.json'],
      ],
    },
  ];
  return name === 'swc' ? [...rows, ...openRows(version, commonjs), ...nodeRows(version, rows[0])] : rows;
}

function openRows(version, commonjs) {
  return [
    {
      ...commonjs,
      ways: ['`--detectOpenHandles`'],
      name: `Jest ${version}, --detectOpenHandles`,
      commands: [['jest', '-c', 'jest.config.json', '--detectOpenHandles']],
    },
    {
      ...commonjs,
      packages: [...commonjs.packages, ...(version.startsWith('29.') ? ['weak-napi@2.0.2'] : [])],
      ways: ['`--detectLeaks`'],
      name: `Jest ${version}, --detectLeaks`,
      commands: [['jest', '-c', 'jest.config.json', '--detectLeaks', 'every-connection']],
    },
  ];
}

/** The newest Jest under every Node. */
function nodeRows(version, row) {
  return version === JESTS.at(-1) ? OTHER_NODES.map((node) => ({ ...row, node })) : [];
}
