import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { MockAgent, fetch as undiciFetch } from 'undici';

const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
const URL_OF_AWS = 'https://events.eu-west-1.amazonaws.com';
const byHand = {
  method: 'POST',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
  body: JSON.stringify({ Entries }),
};

let eb: FakeEventBridge;
beforeEach(() => {
  eb = fakeEventBridge();
});

describe('eb.fetch', () => {
  test('answers as the service does, with headers', async () => {
    const answer = await eb.fetch(URL_OF_AWS, byHand);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await answer.json()).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: eb.events[0]?.id }] });
  });

  test('takes a Request', async () => {
    expect((await eb.fetch(new Request(URL_OF_AWS, byHand))).status).toBe(200);
  });

  test('rejects as fetch does when the connection breaks', async () => {
    eb.failDns();

    const failure = await eb.fetch(URL_OF_AWS, byHand).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(TypeError);
    expect(failure).toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND events.eu-west-1.amazonaws.com' },
    });
  });

  test('ends when it is aborted', async () => {
    eb.hold();
    const controller = new AbortController();
    const answer = eb.fetch(URL_OF_AWS, { ...byHand, signal: controller.signal });
    controller.abort();

    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('eb.fetch behind MSW', () => {
  const server = setupServer();
  beforeEach(() => {
    server.listen({ onUnhandledRequest: 'error' });
    server.use(http.post('https://events.*.amazonaws.com/', ({ request }) => eb.fetch(request)));
  });
  afterEach(() => {
    server.resetHandlers();
    server.close();
  });

  test('answers the SDK, whose own handler runs', async () => {
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const client = new EventBridgeClient({ region: 'eu-west-1', credentials });
    eb.failEntry(0, 'ThrottlingException');

    const answer = await client.send(new PutEventsCommand({ Entries }));

    expect(answer).toMatchObject({ FailedEntryCount: 1, $metadata: { httpStatusCode: 200 } });
    expect(eb.rejected).toHaveLength(1);
  });

  test('answers fetch, and leaves other hosts to MSW', async () => {
    server.use(http.get('https://example.com/', () => HttpResponse.text('theirs')));

    const [answer, other] = await Promise.all([fetch(URL_OF_AWS, byHand), fetch('https://example.com/')]);

    expect(await answer.json()).toMatchObject({ FailedEntryCount: 0 });
    expect(await other.text()).toBe('theirs');
  });
});

describe('eb.fetch behind undici’s MockAgent', () => {
  test('answers where its reply is computed; the status is the agent’s', async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    agent
      .get(URL_OF_AWS)
      .intercept({ path: '/', method: 'POST' })
      .reply(200, async ({ method, headers, body }) => {
        const answer = await eb.fetch(URL_OF_AWS, {
          method,
          headers: headersOf(headers),
          body: await bodyText(body),
        });
        return answer.text();
      });

    const answer = await undiciFetch(URL_OF_AWS, { ...byHand, dispatcher: agent });

    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ FailedEntryCount: 0 });
    expect(eb.events).toHaveLength(1);
    agent.assertNoPendingInterceptors();
    await agent.close();
  });
});

/** undici passes a string, or what it is going to stream. */
async function bodyText(body: unknown): Promise<string> {
  if (typeof body === 'string') return body;
  let text = '';
  for await (const chunk of body as AsyncIterable<Uint8Array>) text += Buffer.from(chunk).toString();
  return text;
}

function headersOf(headers: unknown): Record<string, string> {
  return Object.fromEntries(headers instanceof Headers ? headers : Object.entries(headers ?? {}));
}
