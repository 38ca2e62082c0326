import asyncHooks from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';
import { compileOnce } from './compile-once.mjs';

const { AsyncLocalStorage, createHook } = asyncHooks;
/** What the current test file has enabled for every promise of this process. */
const enabled = new Set();

asyncHooks.AsyncLocalStorage = class extends AsyncLocalStorage {
  constructor(...args) {
    super(...args);
    enabled.add(this);
  }
};
asyncHooks.createHook = (callbacks) => {
  const hook = createHook(callbacks);
  enabled.add(hook);
  return hook;
};

// A worker exits as soon as it has finished. Otherwise Node frees the heap first. That takes more than half a second, after
// which Jest reports a leak.
process.once('beforeExit', () => process.exit());

let isFirst = true;

/**
 * Jest's environment for Node, which has Jest compile each module once. At the end of a test file it also disables every
 * AsyncLocalStorage and every hook of that file. Jest has a storage for each file and AWS X-Ray has hooks. Both leave them
 * enabled, and Node 20 runs them for every promise of the files after it.
 */
export default class NodeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    // V8 counts what is covered for each compiled script, so coverage needs one for each test file.
    if (isFirst && !config.globalConfig.collectCoverage) compileOnce();
    isFirst = false;
  }

  async teardown() {
    await super.teardown();
    for (const hook of enabled) hook.disable();
    enabled.clear();
  }
}
