import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { orders } from '../../../examples/defects/failing-text';

async function printed(): Promise<string> {
  const eb = fakeEventBridge();
  const client: EventBridgeClient = eb.client();
  const publish = () => client.send(new PutEventsCommand({ Entries: orders(1) }));
  const { findings } = await eb.exploreFailures(publish, { depth: 1, include: ['entry-throttled'] });
  return String(findings[0]?.test);
}

/** What is printed where the process has these environment variables and globals. */
async function printedWith(
  environment: Record<string, string | undefined>,
  globals: object = {},
): Promise<string> {
  const before = { ...process.env };
  const names = Object.keys(globals);
  Object.assign(globalThis, globals);
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  try {
    return await printed();
  } finally {
    Object.assign(process.env, before);
    for (const name of Object.keys(environment)) if (!(name in before)) delete process.env[name];
    for (const name of names) Reflect.deleteProperty(globalThis, name);
  }
}

const NOT_JEST = { JEST_WORKER_ID: undefined };

test('in Jest, with its fake timers', async () => {
  expect(
    await printed(),
  ).toBe(`test('publishes every event, or reports what it could not publish', async () => {
  // When the first entry of request 1 fails with ThrottlingException.
  jest.useFakeTimers();
  eb.failEntry({ detail: { orderId: 'o-1' } }, 'ThrottlingException');
  const publishing = Promise.allSettled([publish()]);
  await jest.runAllTimersAsync();
  jest.useRealTimers();
  // A publisher that cannot publish an event has to reject.
  const [outcome] = await publishing;
  if (outcome.status === 'fulfilled') eb.assertNoEventLost(1);
});`);
});

test('in Vitest, with its fake timers', async () => {
  expect(await printedWith({ ...NOT_JEST, VITEST: 'true' })).toContain('\n  await vi.runAllTimersAsync();\n');
});

test('in node:test, with the fake timers of the test', async () => {
  const text = await printedWith({ ...NOT_JEST, NODE_TEST_CONTEXT: 'child-v8' });

  expect(text).toContain("not publish', async (t) => {\n");
  expect(text).toContain('\n  t.mock.timers.enable({ apis: [');
  expect(text).not.toContain('// Needs');
});

test('in Mocha, with the fake timers of Node', async () => {
  const hook = () => {};
  const text = await printedWith(NOT_JEST, { before: hook, it: hook });

  expect(text).toContain("it('publishes every event");
  expect(text).toContain("\n  // Needs import { mock } from 'node:test';\n  mock.timers.enable({ apis: [");
});

test('in any other runner, with the fake timers of Node', async () => {
  const text = await printedWith(NOT_JEST);

  expect(text).toContain("test('publishes every event");
  expect(text).toContain('\n  mock.timers.enable({ apis: [');
});
