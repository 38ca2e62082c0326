import asyncHooks from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';
import { compileOnce } from './compile-once.mjs';

const { AsyncLocalStorage, createHook } = asyncHooks;
/** What the current test file has enabled for every promise of this process. */
const enabled = new Set();

/** What Jest asks of its storage. Our tests run one after another, so Node does not have to follow their promises. */
function storageOfJest() {
  let current;
  return {
    getStore: () => current,
    async run(next, callback) {
      const before = current;
      current = next;
      try {
        return await callback();
      } finally {
        current = before;
      }
    },
  };
}

asyncHooks.AsyncLocalStorage = class extends AsyncLocalStorage {
  constructor(...args) {
    super(...args);
    enabled.add(this);
    const [, , creator] = new Error().stack.split('\n');
    if (creator.includes('/jest-circus/')) Object.assign(this, storageOfJest());
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
 * Jest's environment for Node, which has Jest compile each module once. While a storage or a hook is enabled, Node does more
 * for every promise of the process. So Jest does not have a storage, and what a test file leaves enabled is disabled at its
 * end: AWS X-Ray leaves a hook.
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
