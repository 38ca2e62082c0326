import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { orders } from '../../../examples/defects/failing-text';

const ADAPT = '// Written for Jest. In your runner, replace the calls of jest with its fake timers.';

async function report(): Promise<string> {
  const eb = fakeEventBridge();
  const client: EventBridgeClient = eb.client();
  const publish = () => client.send(new PutEventsCommand({ Entries: orders(1) }));
  return String(await eb.exploreFailures(publish, { depth: 1, include: ['entry-throttled'] }));
}

test('in Jest, the test to keep can be pasted as it is', async () => {
  expect(await report()).not.toContain(ADAPT);
});

test('in a runner other than Jest and Vitest, the test to keep says what to replace', async () => {
  const worker = process.env['JEST_WORKER_ID'];
  delete process.env['JEST_WORKER_ID'];
  try {
    expect(await report()).toContain(ADAPT);
  } finally {
    process.env['JEST_WORKER_ID'] = worker;
  }
});
