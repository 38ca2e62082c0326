import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { EventBridgeClient, InternalException, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { MockAgent, fetch as undiciFetch } from 'undici';

const eb = fakeEventBridge();
const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];

test('MSW: the SDK’s own request handler runs', async () => {
  const server = setupServer(
    http.post('https://events.eu-west-1.amazonaws.com/', ({ request }) => eb.fetch(request)),
  );
  server.listen({ onUnhandledRequest: 'error' });
  after(() => server.close());
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new EventBridgeClient({ region: 'eu-west-1', credentials, maxAttempts: 1 });
  eb.failEntry(0, 'ThrottlingException');
  const answer = await client.send(new PutEventsCommand({ Entries }));
  assert.equal(answer.FailedEntryCount, 1);
  eb.failRequest('InternalException');
  await assert.rejects(client.send(new PutEventsCommand({ Entries })), InternalException);
  eb.verify();
  client.destroy();
});

async function textOf(body) {
  const chunks = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

test('undici: MockAgent answers with what the fake says', async () => {
  eb.reset();
  const agent = new MockAgent();
  agent.disableNetConnect();
  agent
    .get('https://events.eu-west-1.amazonaws.com')
    .intercept({ path: '/', method: 'POST' })
    .reply(200, async ({ method, headers, body }) => {
      // undici passes a string, or what it is going to stream.
      const text = typeof body === 'string' ? body : await textOf(body);
      const answer = await eb.fetch('https://events.eu-west-1.amazonaws.com/', {
        method,
        headers,
        body: text,
      });
      return answer.text();
    });
  const answer = await undiciFetch('https://events.eu-west-1.amazonaws.com/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
    body: JSON.stringify({ Entries }),
    dispatcher: agent,
  });
  assert.equal((await answer.json()).FailedEntryCount, 0);
  eb.assertPublished({ source: 'shop.orders' }, { times: 1 });
  await agent.close();
});
