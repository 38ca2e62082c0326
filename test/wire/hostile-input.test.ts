import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../support/put-events';
import { transports } from '../support/transports';

describe.each(transports)('%s', (_, { put, post }) => {
  const DEEP = 100_000;
  const malformed = { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };

  describe('nesting', () => {
    test.each([
      ['objects', `${'{"a":'.repeat(DEEP)}{}${'}'.repeat(DEEP)}`],
      ['lists', `{"a":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`],
      ['openings without an end', '{"a":'.repeat(DEEP)],
    ])('100,000 levels of %s in a detail are malformed', async (_, Detail) => {
      const eb = fakeEventBridge();
      expect(await put(eb, entry({ Detail }))).toMatchObject({ FailedEntryCount: 1, Entries: [malformed] });
      expect(eb.rejected).toMatchObject([{ errorCode: 'MalformedDetail', entry: { Detail } }]);
    });

    test('100,000 levels in a body are not an entry, and are ignored in a property that the API does not know', async () => {
      const eb = fakeEventBridge();
      const nest = `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`;
      expect(await post(eb, `{"Entries":${nest}}`)).toMatchObject({
        status: 400,
        body: '{"__type":"SerializationException","message":"Start of list found where not expected"}',
      });
      expect((await post(eb, `{"Entries":[${JSON.stringify(entry())}],"Extra":${nest}}`)).status).toBe(200);
    });

    test('a detail as deep as the limit is read, frozen and printed', async () => {
      const eb = fakeEventBridge({ limits: { maxDetailDepth: 50_000 } });
      const Detail = `${'{"a":'.repeat(49_999)}{}${'}'.repeat(49_999)}`;
      expect((await put(eb, entry({ Detail }))).FailedEntryCount).toBe(0);
      let levels = 0;
      for (let at: unknown = eb.events[0]?.detail; typeof at === 'object' && Object.isFrozen(at); levels++) {
        at = Object.values(at ?? {})[0];
      }
      expect(levels).toBe(50_000);
    });
  });

  describe('names that JavaScript has a meaning for', () => {
    const Detail =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"hasOwnProperty":1,"toString":null}';

    test('are data in a detail', async () => {
      const eb = fakeEventBridge();
      await put(eb, entry({ Detail }));
      const detail = eb.events[0]?.detail ?? {};
      expect(JSON.stringify(detail)).toBe(Detail);
      expect(JSON.stringify(eb.events[0]?.envelope.detail)).toBe(Detail);
      expect(Object.getPrototypeOf(detail)).toBe(Object.getPrototypeOf(JSON.parse('{}')));
      expect('polluted' in {}).toBe(false);
    });

    test('are unknown properties of a body or an entry, and give it nothing', async () => {
      const eb = fakeEventBridge();
      const inherited = JSON.stringify({ Source: 'inherited', Entries: [entry()] });
      const { body } = await post(eb, `{"__proto__":${inherited},"Entries":[{"__proto__":${inherited}}]}`);
      expect(JSON.parse(body).Entries).toMatchObject([
        { ErrorMessage: 'Parameter Source is not valid. Reason: Source is a required argument.' },
      ]);
      expect((await post(eb, `{"__proto__":${inherited}}`)).body).toContain("Value null at 'entries'");
    });

    test('are bus names, detail types and sources like any other', async () => {
      const eb = fakeEventBridge({ buses: ['constructor'] });
      const name = { Source: '__proto__', DetailType: 'toString' };
      await put(
        eb,
        entry({ ...name, EventBusName: 'constructor' }),
        entry({ ...name, EventBusName: 'toString' }),
      );
      expect(eb.events).toMatchObject([{ source: '__proto__', detailType: 'toString', bus: 'constructor' }]);
      expect(eb.dropped).toMatchObject([{ bus: 'toString' }]);
    });
  });

  describe('texts', () => {
    test('a lone surrogate survives the wire, in a name and in a detail', async () => {
      const eb = fakeEventBridge();
      await put(eb, entry({ Source: 'a\ud800b', Detail: '{"half":"\\udc00","raw":"\ud83d"}' }));
      expect(eb.events).toMatchObject([{ source: 'a\ud800b', detail: { half: '\udc00', raw: '\ud83d' } }]);
    });

    test('control characters, NUL and line separators are data', async () => {
      const eb = fakeEventBridge();
      const text = '\u0000\u0007\u2028\u2029\r\n"\\';
      await put(eb, entry({ Source: text, Detail: JSON.stringify({ text }) }));
      expect(eb.events).toMatchObject([{ source: text, detail: { text } }]);
    });

    test('bytes that are not UTF-8 are replaced', async () => {
      const eb = fakeEventBridge();
      const body = Buffer.concat([
        Buffer.from('{"Entries":[{"Source":"'),
        Buffer.from([0xff, 0xc0, 0x80]),
        Buffer.from('","DetailType":"t","Detail":"{}"}]}'),
      ]);
      const { response } = await eb.requestHandler.handle({
        method: 'POST',
        hostname: 'events.us-east-1.amazonaws.com',
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
        body,
      });
      expect(response.statusCode).toBe(200);
      expect(eb.events[0]?.source).toMatch(/^\ufffd+$/);
    });

    test('a byte order mark before a body makes it no JSON', async () => {
      expect(await post(fakeEventBridge(), `\ufeff{"Entries":[]}`)).toMatchObject({
        status: 400,
        body: '{"__type":"SerializationException"}',
      });
    });
  });

  describe('numbers', () => {
    test('a million digits are beyond 64 bits, as an integer; in a fraction and in a string they are not', async () => {
      const eb = fakeEventBridge();
      const digits = '9'.repeat(1_000_000);
      const resultOf = async (value: string) =>
        (await put(eb, entry({ Detail: `{"n":${value}}` }))).Entries[0];
      expect(await resultOf(digits)).toEqual(malformed);
      expect(await resultOf(`-${digits}`)).toEqual(malformed);
      expect(await resultOf(`0.${digits}`)).toEqual({ EventId: expect.any(String) });
      expect(await resultOf(`"${digits}"`)).toEqual({ EventId: expect.any(String) });
    });

    test('many long numbers are each looked at', async () => {
      const eb = fakeEventBridge();
      const good = Array.from({ length: 40_000 }, () => '9223372036854775807');
      const detail = (numbers: string[]) => `{"n":[${numbers.join()}]}`;
      expect((await put(eb, entry({ Detail: detail(good) }))).FailedEntryCount).toBe(0);
      expect((await put(eb, entry({ Detail: detail([...good, '9223372036854775808']) }))).Entries[0]).toEqual(
        malformed,
      );
    });

    test.each(['1e999', '-1e999', '1e20', '-1e20'])('a time of %s names no moment', async (time) => {
      const body = JSON.stringify({ Entries: [entry()] }).replace('{"Source"', `{"Time":${time},"Source"`);
      expect(JSON.parse((await post(fakeEventBridge(), body)).body).Entries).toEqual([
        {
          ErrorCode: 'InvalidArgument',
          ErrorMessage: 'Parameter Time is not valid. Reason: Time is out of range.',
        },
      ]);
    });

    test.each([
      [8_640_000_000_000, '+275760-09-13T00:00:00Z'],
      [-8_640_000_000_000, '-271821-04-20T00:00:00Z'],
      [-0.5, '1969-12-31T23:59:59Z'],
      [0, '1970-01-01T00:00:00Z'],
    ])('a time of %d is one', async (time, written) => {
      const eb = fakeEventBridge();
      await post(eb, JSON.stringify({ Entries: [{ ...entry(), Time: time }] }));
      expect(eb.events).toMatchObject([{ time: written }]);
    });
  });

  describe('size', () => {
    test('a body of 1 MB is taken', async () => {
      const eb = fakeEventBridge();
      const Detail = JSON.stringify({ items: Array.from({ length: 60_000 }, (_, i) => `item ${i % 10}`) });
      expect((await put(eb, entry({ Detail }))).FailedEntryCount).toBe(0);
      expect(eb.events[0]?.detailJson).toBe(Detail);
    });

    test('10,000 entries are refused with every one of them in the message', async () => {
      const eb = fakeEventBridge();
      const { status, body } = await post(
        eb,
        JSON.stringify({ Entries: Array.from({ length: 10_000 }, (_, i) => ({ Source: `s${i}` })) }),
      );
      expect(status).toBe(400);
      const { message } = JSON.parse(body);
      expect(message.match(/PutEventsRequestEntry\(/g)).toHaveLength(10_000);
      expect(message).toMatch(
        / at 'entries' failed to satisfy constraint: Member must have length less than or equal to 10$/,
      );
      expect(eb.calls[0]?.attempts[0]?.entries).toHaveLength(10_000);
    });

    test('10,000 entries that each break something have 10,001 violations', async () => {
      const Entries = Array.from({ length: 10_000 }, () => ({ EventBusName: '/' }));
      const { body } = await post(fakeEventBridge(), JSON.stringify({ Entries }));
      expect(JSON.parse(body).message).toMatch(/^10001 validation errors detected: /);
    });

    test('100,000 resources are taken, each byte of them counted', async () => {
      const body = JSON.stringify({ Entries: [{ ...entry(), Resources: Array(100_000).fill('r') }] });
      const bytes = 100_000 + 'shop.ordersOrderPlaced{"orderId":"o-1"}'.length;
      const eb = fakeEventBridge({ limits: { maxRequestBytes: bytes } });
      expect((await post(eb, body)).status).toBe(200);
      expect(eb.events[0]?.resources).toHaveLength(100_000);
      expect((await post(fakeEventBridge({ limits: { maxRequestBytes: bytes - 1 } }), body)).body).toContain(
        'Total size of the entries in the request is over the limit.',
      );
    });
  });
});

test.each([undefined, null, 5, {}, [], new Date(0)])(
  'a body of another type (%p) is not JSON',
  async (body) => {
    const { response } = await fakeEventBridge().requestHandler.handle({
      method: 'POST',
      hostname: 'events.us-east-1.amazonaws.com',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
      body,
    });
    expect(response.statusCode).toBe(400);
    expect(Buffer.from(response.body).toString()).toBe('{"__type":"SerializationException"}');
  },
);
