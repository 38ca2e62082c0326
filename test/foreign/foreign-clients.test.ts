import { afterAll, afterEach, beforeEach, describe, expect } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import { type Listening, listen } from 'fake-eventbridge/server';
import { testUnless } from '../support/test-unless';
import { endClients, foreignClients } from './clients';

/** How the AWS CLI ends when the service answers with an error: version 2 and boto3, and version 1. */
const REFUSED = [254, 255];
const entry = { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' };

let eb: FakeEventBridge;
let server: Listening;
beforeEach(async () => {
  eb = fakeEventBridge();
  server = await listen(eb);
});
afterEach(() => server.close());
afterAll(endClients);

describe.each(foreignClients)('$name, unchanged', ({ name, isInstalled, putEvents, testEventPattern }) => {
  const withClient = testUnless(isInstalled ? undefined : `${name} is not installed`);

  withClient('success', async () => {
    const { code, out } = await putEvents(server.url, [entry]);

    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: eb.events[0]?.id }] });
    expect(eb.events[0]).toMatchObject({ detail: { orderId: 'o-1' }, region: 'eu-west-1' });
  });

  withClient('partial failure', async () => {
    eb.failEntry(1, 'ThrottlingException');

    const { code, out } = await putEvents(server.url, [entry, entry]);

    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      FailedEntryCount: 1,
      Entries: [
        { EventId: eb.events[0]?.id },
        { ErrorCode: 'ThrottlingException', ErrorMessage: 'Rate exceeded' },
      ],
    });
  });

  withClient('every entry that EventBridge refuses, with its message', async () => {
    const required = (name: string) =>
      `Parameter ${name} is not valid. Reason: ${name} is a required argument.`;
    const { Source, DetailType, Detail } = entry;

    const { code, out } = await putEvents(server.url, [
      { DetailType, Detail },
      { Source, DetailType: '', Detail },
      { Source, DetailType },
      { Detail },
      { ...entry, Source: 'aws.orders' },
      { ...entry, Detail: 'NotJSON' },
      { ...entry, Detail: '[]' },
      { ...entry, Detail: '"NotJSON"' },
      entry,
    ]);

    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      FailedEntryCount: 8,
      Entries: [
        { ErrorCode: 'InvalidArgument', ErrorMessage: required('Source') },
        { ErrorCode: 'InvalidArgument', ErrorMessage: required('DetailType') },
        { ErrorCode: 'InvalidArgument', ErrorMessage: required('Detail') },
        { ErrorCode: 'InvalidArgument', ErrorMessage: required('Source') },
        { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' },
        { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
        { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
        { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
        { EventId: eb.events[0]?.id },
      ],
    });
  });

  withClient('more than ten entries, each of them printed', async () => {
    const { code, err } = await putEvents(server.url, Array(11).fill(entry));

    const printed =
      'PutEventsRequestEntry(time=null, source=shop.orders, resources=null, detailType=OrderPlaced, detail={"orderId":"o-1"}, eventBusName=null, traceHeader=null, kmsKeyIdentifier=null, internalMetadata=null)';
    expect(REFUSED).toContain(code);
    expect(reported(err)).toEqual({
      code: 'ValidationException',
      operation: 'PutEvents',
      message: `1 validation error detected: Value '[${Array(11).fill(printed).join(', ')}]' at 'entries' failed to satisfy constraint: Member must have length less than or equal to 10`,
    });
  });

  withClient('names, headers and resources beyond their constraints, all in one message', async () => {
    const trace = 'x'.repeat(501);
    const arn = 'y'.repeat(2049);

    const { code, err } = await putEvents(server.url, [
      { ...entry, EventBusName: 'no spaces' },
      { ...entry, TraceHeader: trace, Resources: [arn] },
    ]);

    expect(REFUSED).toContain(code);
    expect(reported(err)).toEqual({
      code: 'ValidationException',
      operation: 'PutEvents',
      message: [
        "3 validation errors detected: Value 'no spaces' at 'entries.1.member.eventBusName' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\.\\-_A-Za-z0-9]+",
        `Value '[${arn}]' at 'entries.2.member.resources' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 2048, Member must have length greater than or equal to 0]`,
        `Value '${trace}' at 'entries.2.member.traceHeader' failed to satisfy constraint: Member must have length less than or equal to 500`,
      ].join('; '),
    });
  });

  withClient('a request that is too large', async () => {
    const small = fakeEventBridge({ limits: { maxRequestBytes: 20 } });
    const other = await listen(small);

    const { code, err } = await putEvents(other.url, [entry]);
    await other.close();

    expect(REFUSED).toContain(code);
    expect(reported(err)).toEqual({
      code: 'ValidationException',
      operation: 'PutEvents',
      message: 'Total size of the entries in the request is over the limit.',
    });
  });

  withClient('throttling, InternalException', async () => {
    eb.failRequest('ThrottlingException');
    const throttled = await putEvents(server.url, [entry]);
    eb.failRequest('InternalException');
    const failed = await putEvents(server.url, [entry]);

    expect(REFUSED).toEqual(expect.arrayContaining([throttled.code, failed.code]));
    expect(reported(throttled.err)).toEqual({
      code: 'ThrottlingException',
      operation: 'PutEvents',
      message: 'Rate exceeded',
    });
    expect(reported(failed.err)).toEqual({
      code: 'InternalException',
      operation: 'PutEvents',
      message: 'Internal Service Failure',
    });
    expect(eb.events).toHaveLength(0);
  });

  withClient('TestEventPattern: a match, none, and what is not valid', async () => {
    const event = JSON.stringify({
      id: '1',
      account: '123456789012',
      source: 'shop.orders',
      time: '2026-01-01T00:00:00Z',
      region: 'eu-west-1',
      'detail-type': 'OrderPlaced',
    });
    const matching = '{"source":["shop.orders"]}';

    const [match, none, badPattern, badEvent] = await Promise.all([
      testEventPattern(server.url, matching, event),
      testEventPattern(server.url, '{"source":["another"]}', event),
      testEventPattern(server.url, '{"source":"shop.orders"}', event),
      testEventPattern(server.url, matching, 'no event'),
    ]);

    expect(JSON.parse(match.out)).toEqual({ Result: true });
    expect(JSON.parse(none.out)).toEqual({ Result: false });
    expect(reported(badPattern.err)).toEqual({
      code: 'InvalidEventPatternException',
      operation: 'TestEventPattern',
      message: expect.stringMatching(
        /^Event pattern is not valid\. Reason: "source" must be an object or an array\n at \[Source: /,
      ),
    });
    expect(reported(badEvent.err)).toEqual({
      code: 'ValidationException',
      operation: 'TestEventPattern',
      message: 'Parameter Event is not valid.',
    });
  });
});

/** What a client prints of an error. How often it has tried it only says now and then. */
function reported(text: string): { code: string; operation: string; message: string } {
  const [, code = '', operation = '', message = text] =
    /^An error occurred \((\w+)\) when calling the (\w+) operation(?: \(reached max retries: 0\))?: (.*)$/s.exec(
      text,
    ) ?? [];
  return { code, operation, message };
}
