// The rows of the matrix: which project, with which packages, under which Node.

const SDK = '3.1169.0';
const OTHER_NODES = ['22.23.3', '24.21.0', '26.10.0'];
/** One from each hundred of minor versions: the lowest that the registry has. */
const SDKS = [
  '3.200.0',
  '3.300.0',
  '3.405.0',
  '3.501.0',
  '3.600.0',
  '3.703.0',
  '3.800.0',
  '3.901.0',
  '3.1000.0',
  '3.1100.0',
  SDK,
];
const JESTS = [
  ['29', ['jest@29.7.0', '@jest/globals@29.7.0', 'babel-jest@29.7.0']],
  ['30', ['jest@30.5.2', '@jest/globals@30.5.2', 'babel-jest@30.5.2']],
];
const TRANSFORMS = [
  [
    'swc',
    ['@swc/jest@0.2.39', '@swc/core@1.16.22'],
    ['@swc/jest', { jsc: { parser: { syntax: 'typescript' } } }],
  ],
  [
    'ts-jest',
    ['ts-jest@29.4.15', 'typescript@6.0.3'],
    ['ts-jest', { diagnostics: true, tsconfig: 'tsconfig.json' }],
  ],
  [
    'babel',
    ['@babel/core@7.29.13', '@babel/preset-env@7.29.14', '@babel/preset-typescript@7.29.7'],
    [
      'babel-jest',
      { presets: [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript'] },
    ],
  ],
];
const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    module: 'node16',
    moduleResolution: 'node16',
    strict: true,
    esModuleInterop: true,
    isolatedModules: true,
    lib: ['ES2022', 'ESNext.Disposable', 'DOM'],
    types: ['node'],
  },
});

export function rowsOf() {
  return [...plainRows(), ...typeRows(), ...jestRows(), ...vitestRows(), ...mochaRows(), ...sdkRows()];
}

const sdkPackage = (version = SDK) => `@aws-sdk/client-eventbridge@${version}`;

function plainRows() {
  return [undefined, ...OTHER_NODES].flatMap((node) => {
    const common = { files: 'plain', packages: [sdkPackage()], node, sdk: SDK, quick: node === undefined };
    return [
      { ...common, name: 'plain script, CommonJS', commands: [['node', 'script.cjs']] },
      { ...common, name: 'node:test, ES modules', commands: [['node', '--test', 'script.mjs']] },
    ];
  });
}

function typeRows() {
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,esnext.disposable,dom'];
  return [
    {
      name: 'tsc without skipLibCheck',
      files: 'types',
      packages: [sdkPackage(), 'typescript@6.0.3', '@types/node@20.19.43'],
      sdk: SDK,
      quick: true,
      commands: [['tsc', ...options, '--module', 'nodenext', '--types', 'node', 'consumer.ts']],
    },
  ];
}

function jestRows() {
  const rows = [];
  for (const [version, packages] of JESTS) {
    for (const [transform, more, config] of TRANSFORMS) {
      const common = {
        files: 'jest',
        packages: [sdkPackage(), ...packages, ...more, '@types/node@20.19.43'],
        sdk: SDK,
        setup: {
          'jest.config.json': JSON.stringify({
            testMatch: ['**/*.test.[jt]s'],
            transform: { '\\.[jt]s$': config },
          }),
          'tsconfig.json': TSCONFIG,
        },
      };
      rows.push({
        ...common,
        name: `Jest ${version}, ${transform}, CommonJS (resetModules, isolateModules, workers)`,
        quick: version === '30' && transform === 'swc',
        commands: [['jest', '-c', 'jest.config.json', '--maxWorkers=2']],
      });
      if (transform !== 'swc') continue;
      rows.push(
        {
          ...common,
          name: `Jest ${version}, ES modules`,
          commands: [
            [
              'node',
              '--experimental-vm-modules',
              'node_modules/jest/bin/jest.js',
              '--testMatch=**/*.test.mjs',
              '--moduleFileExtensions=mjs',
              '--moduleFileExtensions=js',
            ],
          ],
        },
        {
          ...common,
          name: `Jest ${version}, --detectOpenHandles`,
          commands: [['jest', '-c', 'jest.config.json', '--detectOpenHandles']],
        },
        {
          ...common,
          packages: [...common.packages, ...(version === '29' ? ['weak-napi'] : [])],
          name: `Jest ${version}, --detectLeaks`,
          commands: [['jest', '-c', 'jest.config.json', '--detectLeaks', 'typed']],
        },
      );
    }
  }
  return rows;
}

function vitestRows() {
  return [
    ['3.2.7', undefined, ['vite@6']],
    ['4.1.12', undefined, ['vite@7']],
    ['5.1.1', '22.23.3', ['vite@8']],
  ].flatMap(([version, node, more]) =>
    ['threads', 'forks'].map((pool) => ({
      name: `Vitest ${version}, ${pool}`,
      files: 'vitest',
      packages: [sdkPackage(), `vitest@${version}`, ...more],
      node,
      sdk: SDK,
      quick: version === '4.1.12' && pool === 'forks',
      commands: [['node', 'node_modules/vitest/vitest.mjs', 'run', `--pool=${pool}`]],
    })),
  );
}

function mochaRows() {
  return [
    {
      name: 'Mocha 12, Chai 6, Sinon 22',
      files: 'mocha',
      packages: [sdkPackage(), 'mocha@12.0.3', 'chai@6.3.0', 'sinon@22.1.0'],
      sdk: SDK,
      quick: false,
      commands: [['mocha', 'publish.spec.cjs']],
    },
  ];
}

function sdkRows() {
  return SDKS.map((sdk) => ({
    name: 'success, partial failure, retries, backoff, quota, own strategy',
    files: 'sdk',
    packages: [sdkPackage(sdk)],
    sdk,
    commands: [['node', 'check.cjs']],
  }));
}
