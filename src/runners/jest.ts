/**
 * For Jest: `setupFakeEventBridge`, the matchers, and the serializer of events in snapshots. Importing it adds the matchers
 * and the serializer to `expect`.
 * @packageDocumentation
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import { CallSite } from '../base/call-site.js';
import { jestState } from '../base/runtime/jest-state.js';
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
 * Creates a fake, connects a class of clients to it, and registers Jest's hooks. They connect before the tests, and
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
  const block = jestState()?.currentDescribeBlock;
  const setup = createSetup(
    {
      runner: 'jest',
      args: [clientClass, options, ...more],
      at: new CallSite(setupFakeEventBridge).location,
      isInsideTest: jestState()?.hasStarted ?? false,
    },
    () => fakeEventBridge<Catalog>(options),
  );
  beforeAll(() => setup.beforeAll({ block }));
  beforeEach(() => setup.beforeEach());
  afterEach(() => {
    const errors = jestState()?.currentlyRunningTest?.errors ?? [];
    if (errors.length === 0) setup.verify();
  });
  afterAll(() => setup.afterAll());
  return setup.fake;
}

declare module 'expect' {
  interface Matchers<R, T> extends EventBridgeMatchers, ExpectOf<T> {}
}

declare global {
  namespace jest {
    interface Matchers<R, T> extends EventBridgeMatchers, ExpectOf<T> {}
  }
}
