/**
 * For Node's own test runner: `setupFakeEventBridge`.
 * @packageDocumentation
 */
import { after, afterEach, before, beforeEach } from 'node:test';
import { CallSite } from '../base/call-site.js';
import {
  type AnyEvents,
  type EventCatalog,
  type FakeEventBridge,
  type FakeEventBridgeOptions,
  fakeEventBridge,
  type SdkClientClass,
} from '../index.js';
import { createSetup } from './setup.js';

/** What the library reads of the context that `node:test` gives a hook; not every version has all of it. */
interface HookContext {
  readonly name?: string;
  readonly filePath?: string;
  readonly passed?: boolean;
}

/**
 * Creates a fake, connects a class of clients to it, and registers the hooks of `node:test`. They connect before the
 * tests, and call `reset()` before each test, `verify()` after each passed test, and `restore()` at the end.
 *
 * A subtest is a test of its own: what the test around it published is gone when the subtest begins.
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
 *   eb.assertPublished({ detail: { orderId: 'o-1' } });
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
      runner: 'node-test',
      args: [clientClass, options, ...more],
      at: new CallSite(setupFakeEventBridge).location,
      isInsideTest: isInsideTest(),
    },
    () => fakeEventBridge<Catalog>(options),
  );
  before((context: HookContext) => {
    setup.beforeAll({ block: context, isForAllFiles: context?.name === '<root>' });
  });
  beforeEach((context: HookContext) => setup.beforeEach(context?.filePath));
  afterEach((context: HookContext) => {
    if (context?.passed !== false) setup.verify();
  });
  after(() => setup.afterAll());
  return setup.fake;
}

/** Only the stack says it, in the versions of Node that are supported; it is known across `await` as well. */
function isInsideTest(): boolean {
  const holder: { stack?: string } = {};
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  Error.captureStackTrace(holder, isInsideTest);
  const { stack = '' } = holder;
  Error.stackTraceLimit = stackTraceLimit;
  return /^ +at (?:async )?Test(?:Hook)?\.run \(node:internal\/test_runner\//m.test(stack);
}
