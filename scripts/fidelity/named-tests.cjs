// A test runner of Jest for projects that run only some tests of a file: `globals.namedTests` is the pattern of their names.
const { createRequire } = require('node:module');

// Jest's own runner, wherever Jest has it.
const runner = createRequire(require.resolve('jest'))('jest-circus/runner');
const circus = runner.default ?? runner;

module.exports = (globalConfig, config, ...rest) =>
  circus({ ...globalConfig, testNamePattern: config.globals.namedTests }, config, ...rest);
