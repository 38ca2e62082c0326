import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

// Otherwise the SDK warns about the version of Node once in each test file.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** What all Jest projects share. `fake-eventbridge` resolves to the sources, so tests read as a user's would. */
export default {
  rootDir: root,
  testEnvironment: resolve(import.meta.dirname, 'node-environment.mjs'),
  runtime: resolve(import.meta.dirname, 'runtime.cjs'),
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/consumers/projects?/'],
  transform: {
    '\\.m?[tj]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
  // ArkType is published as ESM alone, which Jest cannot require on Node 20.
  transformIgnorePatterns: ['/node_modules/(?!(arktype|arkregex|@ark)/)'],
  // Otherwise Jest makes an object with all functions of `jest` for each module of each test file.
  injectGlobals: false,
  // Jest caches what this finds, and does not cache what `moduleNameMapper` maps.
  resolver: resolve(import.meta.dirname, 'resolver.cjs'),
  moduleNameMapper: {
    '^fake-eventbridge$': '<rootDir>/src/index.ts',
    '^fake-eventbridge/server$': '<rootDir>/src/server.ts',
    '^fake-eventbridge/(jest|mocha|node-test|vitest)$': '<rootDir>/src/runners/$1.ts',
  },
};
