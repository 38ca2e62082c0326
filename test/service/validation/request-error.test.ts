import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../../support/put-events';
import { transports } from '../../support/transports';

describe.each(transports)('%s', (_, { post, put }) => {
  const eb = fakeEventBridge();
  const BUS_PATTERN =
    '(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\.\\-_A-Za-z0-9]+';

  async function refusal(...entries: Parameters<typeof entry>[0][]) {
    const error = await put(eb, ...entries.map((members) => entry(members)));
    expect({
      name: error.name,
      status: error.$metadata.httpStatusCode,
      attempts: error.$metadata.attempts,
    }).toEqual({
      name: 'ValidationException',
      status: 400,
      attempts: 1,
    });
    return error.message;
  }

  describe('entries', () => {
    test('none, or null', async () => {
      const message =
        "1 validation error detected: Value null at 'entries' failed to satisfy constraint: Member must not be null";
      for (const body of ['{}', '{"Entries":null}']) {
        expect(await post(eb, body)).toMatchObject({
          status: 400,
          body: JSON.stringify({ __type: 'ValidationException', message }),
        });
      }
      const error = await eb
        .client()
        .send(new PutEventsCommand({ Entries: undefined }))
        .catch((e) => e);
      expect(error.message).toBe(message);
    });

    test('an empty array', async () => {
      expect(await refusal()).toBe(
        "1 validation error detected: Value '[]' at 'entries' failed to satisfy constraint: Member must have length greater than or equal to 1",
      );
    });

    test('more than ten: every entry is printed, with the properties that only the server knows', async () => {
      const printed =
        'PutEventsRequestEntry(time=null, source=a, resources=null, detailType=b, detail={}, eventBusName=null, traceHeader=null, kmsKeyIdentifier=null, internalMetadata=null)';
      expect(
        await refusal(...Array.from({ length: 11 }, () => ({ Source: 'a', DetailType: 'b', Detail: '{}' }))),
      ).toBe(
        `1 validation error detected: Value '[${Array.from({ length: 11 }, () => printed).join(', ')}]' at 'entries' failed to satisfy constraint: Member must have length less than or equal to 10`,
      );
      const time = new Date('2026-03-04T05:06:07Z');
      expect(
        await refusal(...Array.from({ length: 11 }, () => ({ Resources: ['x', 'y'], Time: time }))),
      ).toContain('time=Wed Mar 04 05:06:07 UTC 2026, source=shop.orders, resources=[x, y], ');
    });

    test('ten are taken', async () => {
      const { FailedEntryCount } = await put(eb, ...Array.from({ length: 10 }, () => entry()));
      expect(FailedEntryCount).toBe(0);
    });

    test('a null among them', async () => {
      const { status, body } = await post(eb, '{"Entries":[null]}');
      expect(status).toBe(400);
      expect(body).toContain(
        "Value '[null]' at 'entries' failed to satisfy constraint: Member must satisfy constraint: [Member must not be null]",
      );
    });
  });

  describe('event bus name', () => {
    test.each([
      'orders/eu',
      'aws.partner/shop.example/orders',
      'a b',
      'arn:aws:events:us-east-1:12:event-bus/orders',
    ])('%s is refused by its characters', async (EventBusName) => {
      expect(await refusal({}, { EventBusName })).toBe(
        `1 validation error detected: Value '${EventBusName}' at 'entries.2.member.eventBusName' failed to satisfy constraint: Member must satisfy regular expression pattern: ${BUS_PATTERN}`,
      );
    });

    test('an empty one breaks two constraints, joined as AWS joins them', async () => {
      expect(await refusal({ EventBusName: '' })).toBe(
        `2 validation errors detected: Value '' at 'entries.1.member.eventBusName' failed to satisfy constraint: Member must satisfy regular expression pattern: ${BUS_PATTERN}; Value '' at 'entries.1.member.eventBusName' failed to satisfy constraint: Member must have length greater than or equal to 1`,
      );
    });

    test('1600 characters are taken, one more is not', async () => {
      expect((await put(eb, entry({ EventBusName: 'b'.repeat(1600) }))).FailedEntryCount).toBe(0);
      expect(await refusal({ EventBusName: 'b'.repeat(1601) })).toContain(
        'Member must have length less than or equal to 1600',
      );
    });
  });

  test('a trace header holds 1 to 500 characters', async () => {
    expect((await put(eb, entry({ TraceHeader: 't'.repeat(500) }))).FailedEntryCount).toBe(0);
    expect(await refusal({ TraceHeader: 't'.repeat(501) })).toBe(
      `1 validation error detected: Value '${'t'.repeat(501)}' at 'entries.1.member.traceHeader' failed to satisfy constraint: Member must have length less than or equal to 500`,
    );
    expect(await refusal({ TraceHeader: '' })).toContain('greater than or equal to 1');
  });

  test('a resource holds up to 2048 characters', async () => {
    expect((await put(eb, entry({ Resources: ['r'.repeat(2048)] }))).FailedEntryCount).toBe(0);
    expect(await refusal({ Resources: ['ok', 'r'.repeat(2049)] })).toContain(
      "at 'entries.1.member.resources' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 2048",
    );
  });

  test('an endpoint id has a dot inside and at most 50 characters', async () => {
    const body = (EndpointId: string) => JSON.stringify({ Entries: [entry()], EndpointId });
    expect((await post(eb, body('abc.def'))).status).toBe(200);
    expect((await post(eb, body('abc'))).body).toContain(
      "Value 'abc' at 'endpointId' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[A-Za-z0-9\\\\-]+[\\\\.][A-Za-z0-9\\\\-]+$",
    );
    expect((await post(eb, body(`${'a'.repeat(50)}.b`))).body).toContain('less than or equal to 50');
  });

  test('violations of several entries are joined, in the order of the entries', async () => {
    expect(await refusal({ EventBusName: '/' }, { TraceHeader: '' })).toMatch(
      /^2 validation errors detected: Value '\/' at 'entries\.1\.member\.eventBusName' .*; Value '' at 'entries\.2\.member\.traceHeader' /,
    );
  });

  test('a refused request publishes nothing, and is in the calls', async () => {
    eb.reset();
    await refusal({ EventBusName: '/' }, {});
    expect(eb.events).toEqual([]);
    expect(eb.calls).toMatchObject([
      { outcome: 'failed', attempts: [{ status: 400, answer: { code: 'ValidationException' } }] },
    ]);
  });

  describe('the size of all entries together', () => {
    const LIMIT = 1_048_576;
    const OVER = {
      name: 'ValidationException',
      message: 'Total size of the entries in the request is over the limit.',
    };

    /** A detail of exactly so many bytes. */
    const detail = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;

    test('1,048,576 bytes over all entries are taken, one more is not', async () => {
      const half = entry({ Source: 's', DetailType: 't', Detail: detail(LIMIT / 2 - 2) });
      expect((await put(eb, half, half)).FailedEntryCount).toBe(0);
      expect(
        await put(eb, half, entry({ Source: 'ss', DetailType: 't', Detail: half.Detail })),
      ).toMatchObject(OVER);
    });

    test('a time counts 14 bytes, resources count, the bus name and the trace header do not', async () => {
      const rest = LIMIT - 2 - 14 - 3;
      const full = {
        Source: 's',
        DetailType: 't',
        Time: new Date(0),
        Resources: ['abc'],
        EventBusName: 'bus',
        TraceHeader: 'trace',
      };
      expect((await put(eb, entry({ ...full, Detail: detail(rest) }))).FailedEntryCount).toBe(0);
      expect(await put(eb, entry({ ...full, Detail: detail(rest + 1) }))).toMatchObject(OVER);
    });

    test('bytes are bytes of UTF-8, not characters', async () => {
      const small = fakeEventBridge({ limits: { maxRequestBytes: 20 } });
      expect(
        (await put(small, entry({ Source: 's', DetailType: 't', Detail: '{"a":"ééééé"}' }))).FailedEntryCount,
      ).toBe(0);
      expect(
        await put(small, entry({ Source: 's', DetailType: 't', Detail: '{"a":"éééééé"}' })),
      ).toMatchObject(OVER);
    });

    test('regions that kept the old limit: an option', async () => {
      const old = fakeEventBridge({ limits: { maxRequestBytes: 262_144 } });
      expect(
        (await put(old, entry({ Source: 's', DetailType: 't', Detail: detail(262_142) }))).FailedEntryCount,
      ).toBe(0);
      expect(await put(old, entry({ Source: 's', DetailType: 't', Detail: detail(262_143) }))).toMatchObject(
        OVER,
      );
    });
  });
});
