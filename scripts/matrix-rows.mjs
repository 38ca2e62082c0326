// The rows of the matrix: which project, with which packages, under which Node. A row with `quick` is part of `npm test`.
// `kind`, `version` and `ways` are what the summary in docs/compatibility.md says of it.
import { resolve } from 'node:path';
import { jestRows } from './matrix-rows-jest.mjs';
import { setupRows } from './matrix-rows-setup.mjs';
import { typeRows } from './matrix-rows-types.mjs';
import { OLDEST_SDK, OTHER_NODES, SDK, SDKS, sdkPackage } from './matrix-versions.mjs';

const COMPILER = resolve('node_modules/typescript-native/bin/tsc');

export function rowsOf() {
  return [
    ...plainRows(),
    ...installerRows(),
    ...jestRows(),
    ...vitestRows(),
    ...mochaRows(),
    ...setupRows(),
    ...interceptorRows(),
    ...unconnectedRows(),
    ...sdkRows(),
    ...typeRows(),
  ];
}

function plainRows() {
  return [undefined, ...OTHER_NODES].flatMap((node) => {
    const common = { files: 'plain', packages: [sdkPackage()], node, sdk: SDK };
    return [
      {
        ...common,
        kind: 'plain script',
        ways: ['CommonJS'],
        name: 'plain script, CommonJS',
        commands: [['node', 'script.cjs']],
      },
      {
        ...common,
        kind: 'node:test',
        ways: ['ES modules'],
        name: 'node:test, ES modules',
        commands: [['node', '--test', 'script.mjs']],
      },
      {
        ...common,
        kind: 'plain script',
        ways: ['no effect of the import', 'nothing left behind after `restore()`'],
        name: 'no effect of the import, nothing left behind after restore()',
        commands: [['node', 'left-behind.cjs']],
      },
    ];
  });
}

/** With each installer, a complaint about any peer is a failure. */
function installerRows() {
  const runners = ['jest@30.5.2', '@jest/globals@30.5.2', 'expect@30.5.2', 'vitest@4.1.12', 'vite@7'];
  return ['npm', 'pnpm'].flatMap((installer) =>
    [
      ['the SDK alone', [sdkPackage()]],
      ['every runner', [sdkPackage(), ...runners]],
    ].map(([what, packages], index) => ({
      kind: 'installers',
      version: installer,
      ways: ['strict about peers', what],
      name: `${installer}, strict about peers, with ${what}`,
      files: 'plain',
      installer,
      packages,
      sdk: SDK,
      quick: installer === 'pnpm' && index === 0,
      commands: [
        ['node', 'script.cjs'],
        ['node', 'left-behind.cjs'],
      ],
    })),
  );
}

function vitestRows() {
  return [
    ['3.2.7', undefined, ['vite@6']],
    ['4.1.12', undefined, ['vite@7']],
    ['5.1.1', '22.23.3', ['vite@8']],
  ].flatMap(([version, node, more]) =>
    ['threads', 'forks'].map((pool) => ({
      kind: 'Vitest',
      version,
      ways: [pool],
      name: `Vitest ${version}, ${pool}`,
      files: 'vitest',
      packages: [sdkPackage(), `vitest@${version}`, ...more],
      node,
      sdk: SDK,
      commands: [['node', 'node_modules/vitest/vitest.mjs', 'run', `--pool=${pool}`]],
    })),
  );
}

function mochaRows() {
  return [
    {
      kind: 'Mocha',
      version: '12.0.3',
      ways: ['Chai 6.3.0', 'Sinon 22.1.0'],
      name: 'Mocha 12.0.3, Chai 6.3.0, Sinon 22.1.0',
      files: 'mocha',
      packages: [sdkPackage(), 'mocha@12.0.3', 'chai@6.3.0', 'sinon@22.1.0'],
      sdk: SDK,
      commands: [['mocha', 'publish.spec.cjs']],
    },
  ];
}

function interceptorRows() {
  return [
    { node: undefined, packages: ['msw@2.10.5', 'undici@7.30.2'] },
    { node: '24.21.0', packages: ['msw@3.0.5', 'undici@8.12.4'] },
  ].map(({ node, packages }) => ({
    kind: '`eb.fetch` behind MSW and undici',
    version: packages.join(', '),
    ways: ['`fetch`', '`MockAgent`'],
    name: `eb.fetch behind ${packages.join(', ')}`,
    files: 'interceptors',
    packages: [sdkPackage(), ...packages],
    node,
    sdk: SDK,
    commands: [['node', '--test', 'fetch.mjs']],
  }));
}

/** Clients that the fake does not know: the network guard stops them. */
function unconnectedRows() {
  const common = { kind: 'clients that are not connected', files: 'unconnected', sdk: SDK };
  return [undefined, ...OTHER_NODES].flatMap((node) => [
    {
      ...common,
      node,
      ways: ['a handler that bundles its own SDK'],
      name: 'not connected: a handler that bundles its own SDK',
      packages: [sdkPackage(), 'esbuild@0.28.2'],
      commands: [
        ['esbuild', 'handler.cjs', '--bundle', '--platform=node', '--outfile=handler.bundle.cjs'],
        ['node', 'bundled.cjs'],
      ],
    },
    {
      ...common,
      node,
      ways: ['two copies of the SDK'],
      name: `not connected: two copies of the SDK, the other ${OLDEST_SDK}`,
      packages: [sdkPackage(), `other-client-eventbridge@npm:${sdkPackage(OLDEST_SDK)}`],
      commands: [['node', 'two-copies.cjs']],
    },
    {
      ...common,
      node,
      version: 'Jest 30.5.2',
      ways: ['`jest.resetModules()`'],
      name: 'not connected: after jest.resetModules(), Jest 30.5.2',
      packages: [sdkPackage(), 'jest@30.5.2'],
      commands: [['jest', '--testMatch', '**/reset.test.cjs']],
    },
    {
      ...common,
      node,
      version: 'Vitest 4.1.12',
      ways: ['`vi.resetModules()`'],
      name: 'not connected: after vi.resetModules(), Vitest 4.1.12',
      packages: [sdkPackage(), 'vitest@4.1.12', 'vite@7'],
      commands: [['node', 'node_modules/vitest/vitest.mjs', 'run']],
    },
  ]);
}

function sdkRows() {
  return SDKS.map((sdk) => ({
    kind: 'AWS SDK',
    version: sdk,
    ways: ['answers', 'partial failure', 'retries', 'backoff', 'quota', 'own strategy', 'declarations'],
    name: 'answers, partial failure, retries, backoff, quota, own strategy, declarations',
    files: 'sdk',
    // It is faster than npm, and one of these rows is quick.
    installer: 'pnpm',
    packages: [sdkPackage(sdk)],
    sdk,
    quick: sdk === OLDEST_SDK,
    commands: [
      ['node', 'check.cjs'],
      ['node', 'waits-for-no-file.cjs'],
      // The compiler and the types of Node are those of this repository: only the SDK differs.
      ['node', COMPILER, '-p', '.', '--typeRoots', resolve('node_modules/@types')],
    ],
  }));
}
