/**
 * For Mocha: `setupFakeEventBridge`. Import it in a test file, or in a file that Mocha's `--file` names.
 * @packageDocumentation
 */
import { CallSite } from '../base/call-site.js';
import { wrongUse } from '../base/errors.js';
import {
  type AnyEvents,
  type EventCatalog,
  type FakeEventBridge,
  type FakeEventBridgeOptions,
  fakeEventBridge,
  type SdkClientClass,
} from '../index.js';
import { createSetup } from './setup.js';
import { verifyAtEndOf } from './verify-at-end.js';

interface InFile {
  readonly file?: string;
}

interface MochaSuite {
  readonly root: boolean;
  readonly suites: readonly InFile[];
  readonly tests: readonly InFile[];
}

/** The `this` of Mocha's hooks. */
interface HookContext {
  readonly test?: { readonly parent?: MochaSuite };
  readonly currentTest?: { fn?: unknown; readonly file?: string };
}

type Hook = (run: (this: HookContext) => void) => void;

interface MochaHooks {
  readonly before: Hook;
  readonly beforeEach: Hook;
  readonly after: Hook;
}

/** Mocha does not say whether a test is running, and ignores hooks that are registered then. */
let isRunning = false;
const hooksAtImport = mochaHooks();
hooksAtImport?.before(() => {
  isRunning = true;
});
hooksAtImport?.after(() => {
  isRunning = false;
});

/**
 * Creates a fake, connects a class of clients to it, and registers Mocha's hooks. They connect before the tests, and
 * call `reset()` before each test, `verify()` at the end of each passed test, and `restore()` at the end.
 *
 * Mocha runs the hooks at the top level of a file for the tests of every file. A file with a set-up of its own still uses that
 * one.
 *
 * @param clientClass `EventBridgeClient` of `@aws-sdk/client-eventbridge`
 * @param options those of `fakeEventBridge`
 * @throws {FakeEventBridgeError} when it is not that class, when an option is wrong, inside a test or a hook, or where Mocha's hooks
 * are missing
 * @example
 * ```ts
 * const eb = setupFakeEventBridge(EventBridgeClient, { buses: ['orders'] });
 *
 * it('publishes the order', async () => {
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
      runner: 'mocha',
      args: [clientClass, options, ...more],
      at: new CallSite(setupFakeEventBridge).location,
      isInsideTest: isRunning,
    },
    () => fakeEventBridge<Catalog>(options),
  );
  const hooks = mochaHooks();
  if (hooks === undefined)
    throw wrongUse(
      "setupFakeEventBridge did not find Mocha's hooks. In Jest, Vitest or node:test, import it from fake-eventbridge/jest, /vitest or /node-test. In Mocha, call it in a test file or in a file of --file: Mocha loads files of --require before it has hooks.",
    );
  hooks.before(function () {
    const block = this.test?.parent;
    const files = [...(block?.suites ?? []), ...(block?.tests ?? [])].map(({ file }) => file);
    setup.beforeAll({
      block,
      isForAllFiles: block?.root === true,
      testFiles: files.filter((file) => file !== undefined),
    });
  });
  hooks.beforeEach(function () {
    setup.beforeEach(this.currentTest?.file);
    verifyAtEndOf(this.currentTest, setup.verify);
  });
  hooks.after(() => setup.afterAll());
  return setup.fake;
}

/** Those of the `bdd` interface, or those of `tdd` under their other names. */
function mochaHooks(): MochaHooks | undefined {
  const find = (...names: string[]): Hook | undefined =>
    names.map((name) => Reflect.get(globalThis, name)).find((hook) => typeof hook === 'function');
  const before = find('before', 'suiteSetup');
  const beforeEach = find('beforeEach', 'setup');
  const after = find('after', 'suiteTeardown');
  return before && beforeEach && after && { before, beforeEach, after };
}
