import { TestEnvironment } from 'jest-environment-node';
import { compileOnce } from './compile-once.mjs';
import { disableHooks } from './promise-hooks.mjs';

// A worker exits as soon as it has finished. Otherwise Node frees the heap first. That takes more than half a second, after
// which Jest reports a leak.
process.once('beforeExit', () => process.exit());

let isFirst = true;

/** Jest's environment for Node, which compiles each module once, and leaves no hook enabled for the next test file. */
export default class NodeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    // V8 counts what is covered for each compiled script, so coverage needs one for each test file.
    if (isFirst && !config.globalConfig.collectCoverage) compileOnce();
    isFirst = false;
  }

  async teardown() {
    await super.teardown();
    disableHooks();
  }
}
