// The rows of setupFakeEventBridge: each runner with its versions, and its hooks in them.
import { OTHER_NODES, SDK, sdkPackage } from './matrix-versions.mjs';

const RUNNERS = [
  ...['29.7.0', '30.5.2'].map((version) => ({
    runner: 'jest',
    title: `Jest ${version}`,
    packages: [`jest@${version}`, `@jest/globals@${version}`],
  })),
  ...[
    ['3.2.7', 'vite@6', undefined],
    ['4.1.12', 'vite@7', undefined],
    ['5.1.1', 'vite@8', '22.23.3'],
  ].map(([version, vite, node]) => ({
    runner: 'vitest',
    title: `Vitest ${version}`,
    packages: [`vitest@${version}`, vite],
    node,
  })),
  ...['11.8.0', '12.0.3'].map((version) => ({
    runner: 'mocha',
    title: `Mocha ${version}`,
    packages: [`mocha@${version}`],
  })),
  ...[undefined, ...OTHER_NODES].map((node) => ({
    runner: 'node-test',
    title: 'node:test',
    packages: [],
    node,
  })),
];

export function setupRows() {
  return RUNNERS.map(({ runner, title, packages, node }) => ({
    kind: '`setupFakeEventBridge`',
    version: title,
    ways: ['nested set-ups', 'several files', 'a setup file', 'verify() after passed tests alone'],
    name: `setupFakeEventBridge in ${title}`,
    files: 'setup',
    packages: [sdkPackage(), ...packages],
    node,
    sdk: SDK,
    commands: [['node', 'check.cjs', runner]],
  }));
}
