import { EventBridgeClient, TestEventPatternCommand } from '@aws-sdk/client-eventbridge';
import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { listen } from 'fake-eventbridge/server';
import { transports } from '../support/transports';

const eb = fakeEventBridge();
const event = {
  id: '1',
  account: '1',
  source: 'shop',
  time: '2026-01-01T00:00:00Z',
  region: 'r',
  'detail-type': 't',
};

describe.each(transports)('%s', (_, { client }) => {
  const ask = async (EventPattern: string | undefined, Event: string | undefined) =>
    (await client(eb))
      .send(new TestEventPatternCommand({ EventPattern, Event }))
      .then(({ Result }) => Result)
      .catch((error) => `${error.name}: ${error.message}`);

  test('says whether a pattern matches an event', async () => {
    expect(await ask('{"source":["shop"]}', JSON.stringify(event))).toBe(true);
    expect(await ask('{"source":["other"]}', JSON.stringify(event))).toBe(false);
    eb.verify();
  });

  test('needs both', async () => {
    const missing = (name: string) =>
      `Value null at '${name}' failed to satisfy constraint: Member must not be null`;
    expect(await ask(undefined, undefined)).toBe(
      `ValidationException: 2 validation errors detected: ${missing('eventPattern')}; ${missing('event')}`,
    );
    expect(await ask('{}', undefined)).toBe(
      `ValidationException: 1 validation error detected: ${missing('event')}`,
    );
  });

  test.each(['not JSON', '[]', '{}', '1', JSON.stringify({ ...event, id: undefined })])(
    '%s is not an event',
    async (text) => {
      expect(await ask('{"source":["shop"]}', text)).toBe(
        'ValidationException: Parameter Event is not valid.',
      );
    },
  );

  test('the event is looked at before the pattern', async () => {
    expect(await ask('{"source":"shop"}', '{}')).toBe('ValidationException: Parameter Event is not valid.');
  });

  test('a bad pattern is refused with its reason and its position', async () => {
    expect(await ask('{"source":"shop"}', JSON.stringify(event))).toBe(
      'InvalidEventPatternException: Event pattern is not valid. Reason: "source" must be an object or an array\n at [Source: (String)"{"source":"shop"}"; line: 1, column: 12]',
    );
  });

  test('a pattern holds 4096 characters', async () => {
    expect(await ask(`{"a":["${'x'.repeat(4090)}"]}`, JSON.stringify(event))).toContain(
      "at 'eventPattern' failed to satisfy constraint: Member must have length less than or equal to 4096",
    );
  });
});

describe('through every way to connect a client', () => {
  const EventPattern = '{"source":["shop"]}';
  const Event = JSON.stringify(event);
  const command = () => new TestEventPatternCommand({ EventPattern, Event });
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.TestEventPattern' },
    body: JSON.stringify({ EventPattern, Event }),
  };

  test('install and attach', async () => {
    eb.install(EventBridgeClient);
    expect((await new EventBridgeClient({ region: 'eu-west-1' }).send(command())).Result).toBe(true);
    eb.restore();
    const client = new EventBridgeClient({ region: 'eu-west-1' });
    eb.attach(client);
    expect((await client.send(command())).Result).toBe(true);
    eb.restore();
  });

  test('a request handler, and send', async () => {
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const { requestHandler } = eb;
    const client = new EventBridgeClient({ region: 'eu-west-1', credentials, requestHandler });
    expect((await client.send(command())).Result).toBe(true);
    expect(await eb.send(command())).toMatchObject({ Result: true });
  });

  test('fetch and the server', async () => {
    const answer = await eb.fetch('https://events.eu-west-1.amazonaws.com', request);
    expect(await answer.json()).toEqual({ Result: true });
    const server = await listen(eb);
    const answered = await fetch(server.url, request);
    expect(await answered.json()).toEqual({ Result: true });
    await server.close();
  });
});
