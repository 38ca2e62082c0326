import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { orders } from '../../examples/defects/failing-text';
import { Progress } from '../../src/explore/search/progress';

/** A stream that remembers, and a clock that the test moves. */
function terminal(isTTY: boolean) {
  const written: string[] = [];
  const clock = { seconds: 0 };
  const stream = { isTTY, write: (text: string) => written.push(text) };
  return { written, clock, progress: new Progress(stream, () => clock.seconds) };
}

test('a line shows after a second, and is gone at the end', () => {
  const { written, clock, progress } = terminal(true);

  progress.show('run 1');
  expect(written).toEqual([]);
  clock.seconds = 1.5;
  progress.show('run 2');
  progress.show('run 3');
  progress.end();

  expect(written).toEqual(['\r\u001B[2Kexploring failures: run 2', '\r\u001B[2K']);
});

test('there is none without a terminal', () => {
  const { written, clock, progress } = terminal(false);

  clock.seconds = 60;
  progress.show('run 1');
  progress.end();

  expect(written).toEqual([]);
});

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
