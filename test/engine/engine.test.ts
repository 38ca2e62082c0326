import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { notConnectedMessage, StrayWarnings, strayResponse } from '../../src/engine/strays';
import { entry, post, put } from '../support/put-events';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a garbled response', () => {
  test.each([
    ['html', '503 with an HTML page', 503, 'text/html'],
    ['cut-off', '200 with a body that was cut off', 200, 'application/x-amz-json-1.1'],
    ['empty', '200 with an empty body', 200, 'application/x-amz-json-1.1'],
  ] as const)(
    '%s is described in the timeline, and has its content type',
    async (how, words, status, type) => {
      const eb = fakeEventBridge();
      eb.garbleResponse(how);
      const answer = await post(eb, JSON.stringify({ Entries: [entry()] }));

      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
      expect(eb.timeline()).toContain(words);
    },
  );
});

describe('a request that is not for PutEvents', () => {
  test('of another content type gets a 404 in XML', async () => {
    const answer = await post(fakeEventBridge(), '{}', { 'content-type': 'text/plain' });

    expect(answer).toMatchObject({ status: 404, body: '<UnknownOperationException/>\n' });
    expect(answer.headers.get('content-type')).toBe('application/xml');
  });

  test('without an operation is an error of AWS, and not a stray request', async () => {
    const eb = fakeEventBridge();
    const answer = await post(eb, '{}', { 'x-amz-target': '' });

    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ __type: 'UnknownOperationException' });
    expect(eb.strays).toEqual([]);
  });

  test('to TestEventPattern whose body is not JSON is an error of AWS', async () => {
    const answer = await post(fakeEventBridge(), '{"EventPattern":', {
      'x-amz-target': 'AWSEvents.TestEventPattern',
    });

    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ __type: 'SerializationException' });
  });
});

describe('a body that AWS does not read', () => {
  const limits = { maxRequestBytes: 10, maxEntries: 1 };

  test('is longer than the longest one', async () => {
    const eb = fakeEventBridge({ limits });
    expect((await post(eb, ' '.repeat(4196))).status).toBe(400);
    expect((await post(eb, ' '.repeat(4197))).status).toBe(413);
  });

  test('has a null for an entry', async () => {
    const eb = fakeEventBridge();
    const answer = await post(eb, JSON.stringify({ Entries: [null, entry()] }));

    expect(answer.status).toBe(400);
    expect(eb.events).toEqual([]);
  });
});

describe('the message about a stray request', () => {
  test('names a service that is not faked', () => {
    expect(String(strayResponse('Kinesis_20131202.PutRecords', 'r').body)).toContain(
      'fake-eventbridge received Kinesis_20131202.PutRecords, an operation of another service.',
    );
  });

  test('says how to connect the client', () => {
    expect(notConnectedMessage('AWSEvents.PutEvents', 'events.eu-west-1.amazonaws.com').split('\n')).toEqual([
      'fake-eventbridge stopped a request to events.eu-west-1.amazonaws.com (AWSEvents.PutEvents) before anything was sent: the client that sends it is not connected to the fake.',
      expect.stringMatching(/^Connect the client with eb\.attach\(client\), or its class with eb\.install/),
      expect.stringMatching(/^Code with its own copy of the SDK has its own class: /),
      expect.stringMatching(/^If the request is meant to reach AWS, create the fake with \{ networkGuard: /),
    ]);
  });

  test('is the one of its cause, once for each cause', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    const warnings = new StrayWarnings();
    const operation = 'AWSEvents.PutEvents';
    const hostname = 'events.us-east-1.amazonaws.com';
    for (let n = 0; n < 2; n++) {
      warnings.warn({ operation, hostname, reason: 'not-connected' });
      warnings.warn({ operation: 'AWSEvents.ListRules', hostname, reason: 'not-faked' });
    }

    expect(warn.mock.calls.map(([message]) => message)).toEqual([
      `${notConnectedMessage(operation, hostname)} (onStray: "warn")`,
      expect.stringMatching(/^fake-eventbridge does not fake ListRules: .* \(onStray: "warn"\)$/),
    ]);
  });
});

test('the timeline names the fault that held a request, and the one that delayed one', async () => {
  const eb = fakeEventBridge();
  const held = eb.hold();
  const sending = put(eb, entry());
  await held.reached();
  held.release();
  await sending;
  eb.delay(0);
  await put(eb, entry());

  expect(eb.timeline()).toMatch(/^ +held {2}<- hold\(\) at test\/engine\/engine\.test\.ts:\d+/m);
  expect(eb.timeline()).toMatch(/^ +delayed {2}<- delay\(0\) at test\/engine\/engine\.test\.ts:\d+/m);
});

test('a fetch that is aborted at once rejects as any fetch does', async () => {
  const controller = new AbortController();
  const answer = fakeEventBridge().fetch('https://events.us-east-1.amazonaws.com/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
    body: JSON.stringify({ Entries: [entry()] }),
    signal: controller.signal,
  });
  controller.abort();

  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
});

test('rules of the test that runs now do not see the events of a call of the test before', async () => {
  const eb = fakeEventBridge();
  const held = eb.hold();
  const old = put(eb, entry());
  await held.reached();
  eb.reset();
  const seen: unknown[] = [];
  eb.rule('all', { source: ['shop.orders'] }, { target: (event) => seen.push(event.detail) });
  await old;
  await put(eb, entry({ Detail: '{"orderId":"o-2"}' }));
  await eb.delivered();

  expect(seen).toEqual([{ orderId: 'o-2' }]);
});

test('while failures are explored, the records of the test stay as they are', async () => {
  using eb = fakeEventBridge();
  eb.install(EventBridgeClient);
  const client = new EventBridgeClient({});
  const publish = () => client.send(new PutEventsCommand({ Entries: [entry()] }));
  await publish();
  const report = await eb.exploreFailures(publish, { depth: 1, events: 1 });

  expect(report.coverage.depths[0]?.explored).toBeGreaterThan(5);
  expect(eb.calls).toHaveLength(1);
  await publish();
  expect(eb.calls).toHaveLength(2);
  expect(eb.events).toHaveLength(2);
});
