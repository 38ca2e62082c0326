import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import fc from 'fast-check';
import { post } from '../support/put-events';

/** What publishers put on the wire: mostly in order, and now and then wrong in each way that an entry can be. */
const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.constantFrom('', 'aws.s3', 'aws', 't'.repeat(129), '\ud800') },
);
const detail = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string() },
);
const entryOnTheWire = fc.record(
  {
    Time: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 2e9 })),
    Source: text,
    Resources: fc.array(fc.option(fc.string(), { freq: 8 }), { maxLength: 4 }),
    DetailType: text,
    Detail: detail,
    EventBusName: fc.constantFrom(
      'default',
      'orders',
      'nowhere',
      'arn:aws:events:us-east-1:123456789012:event-bus/orders',
    ),
    TraceHeader: fc.string({ minLength: 1, maxLength: 50 }),
  },
  { requiredKeys: [] },
);
const request = fc.array(entryOnTheWire, { minLength: 1, maxLength: 10 });

describe('any request of one to ten entries', () => {
  test('has a result for each, in order: accepted, or failed and counted', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (Entries) => {
        const eb = fakeEventBridge({ buses: ['orders'] });
        const { status, body } = await post(eb, JSON.stringify({ Entries }));
        const answer = JSON.parse(body);
        expect(status).toBe(200);
        expect(answer.Entries).toHaveLength(Entries.length);

        const errors = answer.Entries.filter((result: object) => 'ErrorCode' in result);
        expect(answer.FailedEntryCount).toBe(errors.length);
        for (const error of errors) expect(Object.keys(error)).toEqual(['ErrorCode', 'ErrorMessage']);
        expect(eb.rejected).toHaveLength(errors.length);
        expect(eb.events.length + eb.dropped.length + eb.rejected.length).toBe(Entries.length);

        const ids = answer.Entries.flatMap(({ EventId }: { EventId?: string }) => EventId ?? []);
        const recorded = [...eb.events, ...eb.dropped].map(({ id }) => id);
        expect(recorded.sort()).toEqual([...ids].sort());
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('is recorded as it was sent, and what it accepted is what was in it', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (Entries) => {
        const eb = fakeEventBridge();
        const sent = JSON.parse(JSON.stringify({ Entries })).Entries;
        await post(eb, JSON.stringify({ Entries }));
        expect(eb.calls[0]?.attempts[0]?.entries).toEqual(sent);
        for (const { entry, source, detailType, detailJson, detail, resources, envelope } of eb.events) {
          expect({ source, detailType, detailJson }).toEqual({
            source: entry.Source,
            detailType: entry.DetailType,
            detailJson: entry.Detail,
          });
          expect(detail).toEqual(JSON.parse(detailJson));
          expect(resources).toEqual(entry.Resources ?? []);
          expect(envelope.time).toMatch(/^([+-]\d{6}|\d{4})-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        }
      }),
    );
  });

  test('is answered alike by two fakes of one seed, ids included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 3 }), fc.string(), async (requests, seed) => {
        const clock = () => new Date(0);
        const [one, other] = [fakeEventBridge({ seed, clock }), fakeEventBridge({ seed, clock })];
        for (const Entries of requests) {
          const body = JSON.stringify({ Entries });
          expect((await post(one, body)).body).toBe((await post(other, body)).body);
        }
        expect(one.events).toEqual(other.events);
        expect(one.rejected).toEqual(other.rejected);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the size of a request', () => {
  /** AWS's formula, written down a second time and with other means. */
  const sizeOf = (entries: { [member: string]: unknown }[]) =>
    entries
      .flatMap(({ Time, Source, DetailType, Detail, Resources = [] }) => [
        Time === undefined ? '' : 'fourteen bytes',
        ...[Source, DetailType, Detail, ...(Resources as unknown[])].map((value) => value ?? ''),
      ])
      .reduce<number>((bytes, value) => bytes + new TextEncoder().encode(String(value)).length, 0);

  test('is what AWS says it is: taken at the limit, refused with one byte less', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (Entries) => {
        const size = sizeOf(Entries);
        fc.pre(size > 1);
        const body = JSON.stringify({ Entries });
        const answerWithin = (maxRequestBytes: number) =>
          post(fakeEventBridge({ limits: { maxRequestBytes } }), body);
        expect((await answerWithin(size)).status).toBe(200);
        expect(await answerWithin(size - 1)).toMatchObject({
          status: 400,
          body: '{"__type":"ValidationException","message":"Total size of the entries in the request is over the limit."}',
        });
      }),
    );
  });
});

test('any body at all is answered: with results or with an error that has a type', async () => {
  const eb = fakeEventBridge();
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({ Entries: fc.anything() }).map((value) => {
      try {
        return JSON.stringify(value);
      } catch {
        return '{"Entries":0}';
      }
    }),
    fc
      .array(
        fc.dictionary(
          fc.constantFrom('Time', 'Source', 'Resources', 'Detail', 'EventBusName'),
          fc.jsonValue(),
        ),
      )
      .map((Entries) => JSON.stringify({ Entries })),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (body) => {
      const answer = await post(eb, body);
      expect([200, 400]).toContain(answer.status);
      const parsed = JSON.parse(answer.body);
      if (answer.status === 200) expect(parsed).toHaveProperty('FailedEntryCount');
      else expect(['SerializationException', 'ValidationException']).toContain(parsed.__type);
    }),
    { numRuns: 300 },
  );
});
