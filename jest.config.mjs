/** The project's own suite. `fake-eventbridge` resolves to the sources, so tests read as a user's would. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test', '<rootDir>/examples'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/consumers/project'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/consumers/project'],
  transform: {
    '\\.[tj]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
  // ArkType is published as ESM alone, which Jest cannot require on Node 20.
  transformIgnorePatterns: ['/node_modules/(?!(arktype|arkregex|@ark)/)'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^fake-eventbridge$': '<rootDir>/src/index.ts',
    '^fake-eventbridge/server$': '<rootDir>/src/server.ts',
    '^fake-eventbridge/(jest|vitest)$': '<rootDir>/src/runners/$1.ts',
  },
};
