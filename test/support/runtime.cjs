const { default: Runtime } = require('jest-runtime');
const { readOnce } = require('./read-once.cjs');

/** Jest's runtime, which reads each file once for each process. Without it, each test file reads all its modules again. */
module.exports = class extends Runtime {
  constructor(config, ...others) {
    super(config, ...others);
    const { watch, watchAll } = others.at(-1);
    // A watching Jest runs several times in one process, and files change between the runs.
    if (!watch && !watchAll) readOnce(this.transformCache, config);
  }
};
