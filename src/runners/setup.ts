import { resolve } from 'node:path';
import { refuseExtraArguments, wrongUse } from '../base/errors.js';
import { CLASS_CONNECTION, RUNNER } from '../base/symbols.js';
import { eventBridgeClientClass, isSdkClient, type SdkClientClass } from '../connect/sdk-client.js';
import { type ClassConnection, type SetupInForce, setupsOf } from './setups-of-class.js';

/** What a set-up uses of its fake. */
interface FakeOfSetup {
  reset(): void;
  verify(): void;
  restore(): void;
}

/** Where a set-up is called, as far as the runner says. */
export interface SetupCall {
  readonly runner: 'jest' | 'vitest' | 'mocha' | 'node-test';
  /** What the user gave: the class, then the options. */
  readonly args: readonly unknown[];
  /** The location of the call, `file:line:column`. */
  readonly at: string | undefined;
  readonly isInsideTest: boolean;
}

/** The block that a set-up's hooks belong to. */
export interface SetupBlock {
  /** One object for each block: a describe, or a file. */
  readonly block?: object | undefined;
  /** Whether the hooks run for the tests of every file in the process. */
  readonly isForAllFiles?: boolean;
  /** The test files of the process, where the runner says them beforehand. */
  readonly testFiles?: readonly string[];
}

/** What the hooks of a runner do. */
export interface Setup<Fake> {
  readonly fake: Fake;
  beforeAll(block?: SetupBlock): void;
  /** @param testFile the absolute path, where one process loads several files */
  beforeEach(testFile?: string): void;
  /** For tests that have passed: `verify()` adds nothing to the failure of another. */
  verify(): void;
  afterAll(): void;
}

/**
 * Creates the fake of a set-up. The class stays as it is until the runner calls `beforeAll`: some runners load every test
 * file before they run the first hook.
 * @throws {FakeEventBridgeError} when it is not the class of EventBridge clients, or the call is inside a test or a hook
 */
export function createSetup<Fake extends FakeOfSetup>(call: SetupCall, createFake: () => Fake): Setup<Fake> {
  const { at, runner } = call;
  const clientClass = checkedClass(call.args[0]);
  refuseExtraArguments('setupFakeEventBridge', ['clientClass', 'options'], call.args);
  if (call.isInsideTest) throw insideTest(clientClass);
  const fake = createFake();
  Reflect.set(globalThis, RUNNER, runner);
  const file = at === undefined ? undefined : resolve(at.replace(/:\d+:\d+$/, ''));
  const setups = setupsOf(clientClass);
  let inForce: SetupInForce | undefined;
  return {
    fake,
    beforeAll({ block, isForAllFiles = false, testFiles = [] } = {}) {
      setups.noteTestFiles(testFiles);
      inForce = { connection: connectionOf(fake), at, file, block, isForAllFiles };
      setups.add(inForce);
    },
    beforeEach(testFile) {
      setups.select(testFile);
      fake.reset();
    },
    verify: () => fake.verify(),
    afterAll() {
      if (inForce !== undefined) setups.remove(inForce);
      fake.restore();
    },
  };
}

type ClientClass = SdkClientClass & { readonly name: string };

function checkedClass(value: unknown): ClientClass {
  const example = 'setupFakeEventBridge(EventBridgeClient)';
  if (value === undefined || value === null || typeof value === 'string')
    throw wrongUse(
      `setupFakeEventBridge needs the class of the clients that your code uses. Import it from @aws-sdk/client-eventbridge, and write ${example}.`,
    );
  if (isSdkClient(value))
    throw wrongUse(
      `setupFakeEventBridge takes a class, not a client. Write ${example}: it connects all clients of the class. To connect this client alone, create a fake with fakeEventBridge() and call eb.attach(client).`,
    );
  if (value instanceof Promise)
    throw wrongUse(
      `setupFakeEventBridge takes the class EventBridgeClient, not a promise. Import the class at the top of the file, or await the promise first.`,
    );
  if (isOptions(value))
    throw wrongUse(
      `setupFakeEventBridge takes the class first, then the options: setupFakeEventBridge(EventBridgeClient, { buses: ["orders"] }).`,
    );
  return eventBridgeClientClass(value, 'setupFakeEventBridge') as ClientClass;
}

/** Whether the options were given in place of the class. A stub of a client is something else. */
function isOptions(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return false;
  return !('send' in value) && !('putEvents' in value);
}

function insideTest({ name }: ClientClass): Error {
  return wrongUse(
    `setupFakeEventBridge was called inside a test or a hook. It registers hooks itself, so call it at the top level of a test file or in a describe. Inside a test, create a fake with fakeEventBridge(), connect it with eb.install(${name}), and call eb.restore() at the end.`,
  );
}

/** Every fake has it; it is not part of the public type. */
function connectionOf(fake: object): ClassConnection {
  return (fake as { readonly [CLASS_CONNECTION]: ClassConnection })[CLASS_CONNECTION];
}
