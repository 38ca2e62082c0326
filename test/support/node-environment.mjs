import asyncHooks from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

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

/**
 * Jest's environment for Node, which also disables every AsyncLocalStorage of a test file at its end. Jest has one for each
 * file and leaves it enabled, and Node 20 copies each of them to every promise of the files after it.
 */
export default class NodeEnvironment extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of storages) storage.disable();
    storages.clear();
  }
}
