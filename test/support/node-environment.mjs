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

// A worker that has nothing left to do exits at once. Otherwise Node first takes its heap apart, which takes longer than the
// half second after which Jest warns of a leak.
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
