import asyncHooks from 'node:async_hooks';

// While a storage or a hook is enabled, Node does more for every promise of the process.
const { AsyncLocalStorage, createHook } = asyncHooks;
/** What the current test file has enabled. */
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

/** At the end of a test file: AWS X-Ray leaves its hook enabled. */
export function disableHooks() {
  for (const hook of enabled) hook.disable();
  enabled.clear();
}
