import asyncHooks from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';
import { compileOnce } from './compile-once.mjs';

const { AsyncLocalStorage } = asyncHooks;
const storages = new Set();

asyncHooks.AsyncLocalStorage = class extends AsyncLocalStorage {
  constructor(...args) {
    super(...args);
    storages.add(this);
  }
};

// A worker exits as soon as it has finished. Otherwise Node frees the heap first. That takes more than half a second, after
// which Jest reports a leak.
process.once('beforeExit', () => process.exit());

let isFirst = true;

/**
 * Jest's environment for Node, which has Jest compile each module once. At the end of a test file it also disables every
 * AsyncLocalStorage of that file. Jest has one for each file and leaves it enabled, and Node 20 copies each of them to every
 * promise of the files after it.
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
    for (const storage of storages) storage.disable();
    storages.clear();
  }
}
