import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { orders } from '../../examples/defects/failing-text';

test('a thousand runs leave no handle, no listener and no replaced function behind', async () => {
  const eb = fakeEventBridge();
  const client: EventBridgeClient = eb.client();
  const publish = async () => {
    const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: orders(2) }));
    if (Entries.some(({ EventId }) => EventId === undefined)) throw new Error('not published');
  };
  const state = () => ({
    listeners: process.listenerCount('unhandledRejection') + process.listenerCount('uncaughtException'),
    setTimeout,
    Date,
    random: Math.random,
    log: console.log,
    timeout: AbortSignal.timeout,
  });
  const before = state();

  let runs = 0;
  while (runs < 1_000) runs += (await eb.exploreFailures(publish)).coverage.runs;

  expect(state()).toEqual(before);
  for (const [name, value] of Object.entries(state()))
    expect({ [name]: value }).toEqual({ [name]: before[name as 'Date'] });
  expect(process.getActiveResourcesInfo().filter((name) => name === 'MessagePort')).toEqual([]);
  eb.restore();
});
