const { TestEnvironment } = require('jest-environment-node');

/** Skips the rest after a test has failed: one is enough to kill a mutant, and Jest's own `bail` counts files. */
module.exports = class BailEnvironment extends TestEnvironment {
  #hasFailed = false;

  async handleTestEvent({ name, test }) {
    if (name === 'test_done' && test.errors.length > 0) this.#hasFailed = true;
    if (name === 'test_start' && this.#hasFailed) test.mode = 'skip';
  }
};
