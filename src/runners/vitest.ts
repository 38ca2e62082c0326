/**
 * For Vitest: `setupFakeEventBridge`, the matchers, and the serializer of events in snapshots. Importing it adds the
 * matchers and the serializer to `expect`.
 * @packageDocumentation
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { CallSite } from '../base/call-site.js';
import {
  type AnyEvents,
  type EventBridgeMatchers,
  type EventCatalog,
  type ExpectOf,
  type FakeEventBridge,
  type FakeEventBridgeOptions,
  fakeEventBridge,
  matchers,
  type SdkClientClass,
  serializer,
} from '../index.js';
import { createSetup } from './setup.js';

expect.extend(matchers);
expect.addSnapshotSerializer(serializer);

/**
 * Creates a fake, connects a class of clients to it, and registers Vitest's hooks. They connect before the tests, and
 * call `reset()` before each test, `verify()` after each passed test, and `restore()` at the end.
 *
 * @param clientClass `EventBridgeClient` of `@aws-sdk/client-eventbridge`
 * @param options those of `fakeEventBridge`
 * @throws {FakeEventBridgeError} when it is not that class, when an option is wrong, or inside a test or a hook
 * @example
 * ```ts
 * const eb = setupFakeEventBridge(EventBridgeClient, { buses: ['orders'] });
 *
 * test('publishes the order', async () => {
 *   await publishOrders([{ orderId: 'o-1', total: 10 }]);
 *   expect(eb).toHavePublished({ detail: { orderId: 'o-1' } });
 * });
 * ```
 */
export function setupFakeEventBridge<Catalog extends EventCatalog = AnyEvents>(
  clientClass: SdkClientClass,
  options?: FakeEventBridgeOptions,
): FakeEventBridge<Catalog>;
export function setupFakeEventBridge<Catalog extends EventCatalog>(
  clientClass: SdkClientClass,
  options?: FakeEventBridgeOptions,
  ...more: unknown[]
): FakeEventBridge<Catalog> {
  const setup = createSetup(
    {
      runner: 'vitest',
      args: [clientClass, options, ...more],
      at: new CallSite(setupFakeEventBridge).location,
      isInsideTest: currentTask()?.result?.state === 'run',
    },
    () => fakeEventBridge<Catalog>(options),
  );
  beforeAll(() => setup.beforeAll({ block: currentTask() }));
  beforeEach(() => setup.beforeEach());
  // Vitest reads the names of the parameters: they have to be destructured.
  afterEach(({ task }) => {
    if (task.result?.state !== 'fail') setup.verify();
  });
  afterAll(() => setup.afterAll());
  return setup.fake;
}

interface Task {
  /** Missing while Vitest loads the test file, before it runs tests and hooks. */
  readonly result?: { readonly state?: string };
}

/** What Vitest runs at the moment, a suite or a test: each version has another public function for it, or none. */
function currentTask(): Task | undefined {
  const worker: { current?: Task } | undefined = Reflect.get(globalThis, '__vitest_worker__');
  return worker?.current;
}

declare module 'vitest' {
  // Without type parameters it fits every Vitest from 3.2 to 5: they do not agree on them, and all have defaults.
  interface Matchers extends EventBridgeMatchers {}
}

declare global {
  namespace jest {
    // Vitest 3 and 4 take these for their own, and tell them what `expect` was given: so matches are checked against the
    // catalog. Vitest 5 does not: there a project declares it (docs/getting-started.md), or a match may name any event.
    interface Matchers<R, T> extends ExpectOf<T> {}
  }
}
