// Not run with --detectLeaks: Jest 30 reports any server of Node's, opened and closed, even one without a line of ours.
import { afterAll, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { type Listening, listen } from 'fake-eventbridge/server';

const eb = fakeEventBridge();
const servers: Listening[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

test('listens', async () => {
  for (let i = 0; i < 2; i++) servers.push(await listen(eb));
  const answers = await Promise.all(servers.map(({ url }) => fetch(url)));
  expect(answers.map(({ status }) => status)).toEqual([405, 405]);
});
