import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { EventTimes, isEventTime } from '../../src/service/accept-entry';
import { entry } from '../support/put-events';
import { transports } from '../support/transports';

describe.each(transports)('%s', (_, { post, put }) => {
  const clock = () => new Date('2026-11-23T10:20:30.987Z');

  describe('the bus', () => {
    test('is default, a name, or an ARN: the ARN of a bus and its name are one bus', async () => {
      const eb = fakeEventBridge({ buses: ['orders'] });
      await put(
        eb,
        entry(),
        entry({ EventBusName: 'orders' }),
        entry({ EventBusName: 'arn:aws:events:us-east-1:123456789012:event-bus/orders' }),
        entry({ EventBusName: 'arn:aws:events:us-east-1:123456789012:event-bus/default' }),
      );
      expect(eb.events.map(({ bus }) => bus)).toEqual(['default', 'orders', 'orders', 'default']);
    });

    test('that does not exist takes the event, with an id, and loses it', async () => {
      const eb = fakeEventBridge({ buses: ['orders'] });
      const { FailedEntryCount, Entries } = await put(eb, entry({ EventBusName: 'order' }), entry());
      expect(FailedEntryCount).toBe(0);
      expect(Entries).toEqual([{ EventId: eb.dropped[0]?.id }, { EventId: eb.events[0]?.id }]);
      expect(eb.dropped).toMatchObject([{ bus: 'order' }]);
    });

    test('exists under every valid name when no buses are declared', async () => {
      const eb = fakeEventBridge();
      await put(eb, entry({ EventBusName: 'anything-at_all.1' }));
      expect(eb.dropped).toEqual([]);
      expect(eb.events).toMatchObject([{ bus: 'anything-at_all.1' }]);
    });

    test('of another account keeps its ARN; the event has the account of the publisher', async () => {
      const arn = 'arn:aws:events:us-east-1:999999999999:event-bus/orders';
      const eb = fakeEventBridge({ buses: [arn] });
      await put(eb, entry({ EventBusName: arn }));
      expect(eb.events).toMatchObject([{ bus: arn, account: '123456789012' }]);
    });
  });

  describe('the time', () => {
    test('is in whole seconds, the fraction dropped', async () => {
      const eb = fakeEventBridge();
      await put(eb, entry({ Time: new Date('2026-01-02T03:04:05.999Z') }));
      expect(eb.events[0]?.time).toBe('2026-01-02T03:04:05Z');
      expect(eb.events[0]?.entry.Time).toBe(1767323045.999);
    });

    test('is the moment of the request when the entry has none', async () => {
      const eb = fakeEventBridge({ clock });
      await put(eb, entry());
      expect(eb.events[0]?.time).toBe('2026-11-23T10:20:30Z');
    });

    test('that is not a number never gets to the service', async () => {
      const eb = fakeEventBridge();
      expect(await put(eb, entry({ Time: new Date(Number.NaN) }))).toMatchObject({
        name: 'SerializationException',
        $metadata: { httpStatusCode: 400, attempts: 1 },
      });
      expect((await post(eb, JSON.stringify({ Entries: [{ ...entry(), Time: '2026-01-01' }] }))).body).toBe(
        '{"__type":"SerializationException","message":"STRING_VALUE can not be converted to milliseconds since epoch"}',
      );
    });
  });

  describe('the trace header', () => {
    const root = 'Root=1-5759e988-bd862e3fe1be46a994272793';
    const other = 'Root=1-6759e988-bd862e3fe1be46a994272793';

    test("of the entry goes before the request's", async () => {
      const eb = fakeEventBridge();
      const body = JSON.stringify({ Entries: [entry({ TraceHeader: `${root};Sampled=1` }), entry()] });
      await post(eb, body, { 'x-amzn-trace-id': other });
      expect(eb.events.map(({ traceHeader }) => traceHeader)).toEqual([`${root};Sampled=1`, other]);
    });

    test('that is not valid is dropped, and the event is not', async () => {
      const eb = fakeEventBridge();
      await put(eb, entry({ TraceHeader: 'not a trace' }));
      expect(eb.events).toHaveLength(1);
      expect(eb.events[0]).not.toHaveProperty('traceHeader');
    });
  });

  describe('the envelope', () => {
    test('has the properties and the order that a target receives', async () => {
      const eb = fakeEventBridge({ clock, region: 'eu-west-1', account: '111122223333' });
      await put(eb, entry({ Resources: ['arn:aws:s3:::b'] }));
      expect(JSON.stringify(eb.events[0]?.envelope)).toBe(
        `{"version":"0","id":"${eb.events[0]?.id}","detail-type":"OrderPlaced","source":"shop.orders","account":"111122223333","time":"2026-11-23T10:20:30Z","region":"eu-west-1","resources":["arn:aws:s3:::b"],"detail":{"orderId":"o-1"}}`,
      );
    });

    test('has an empty array of resources when the entry names none', async () => {
      const eb = fakeEventBridge();
      await put(eb, entry());
      expect(eb.events[0]?.envelope.resources).toEqual([]);
    });
  });

  describe('event ids', () => {
    const ids = async (seed: number | string, number: number) => {
      const eb = fakeEventBridge({ seed });
      for (let i = 0; i < number; i += 10) await put(eb, ...Array.from({ length: 10 }, () => entry()));
      return eb.events.map(({ id }) => id);
    };

    test('look like those of AWS, and are not UUIDs of version 4', async () => {
      for (const id of await ids(1, 200)) {
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-35-9a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
      }
    });

    test('are unique, and the same for the same seed', async () => {
      const first = await ids('a', 300);
      expect(new Set(first).size).toBe(300);
      expect(await ids('a', 300)).toEqual(first);
      expect(await ids('b', 300)).not.toEqual(first);
    });

    test('start again after a reset', async () => {
      const eb = fakeEventBridge();
      await put(eb, entry());
      const [before] = eb.events;
      eb.reset();
      await put(eb, entry());
      expect(eb.events[0]?.id).toBe(before?.id);
    });
  });
});

describe('times', () => {
  test('are moments up to the end of what a calendar holds', () => {
    for (const good of [0, -1, 8_640_000_000_000, -8_640_000_000_000, 0.5])
      expect(isEventTime(good)).toBe(true);
    for (const bad of [8_640_000_000_001, -8_640_000_000_001, Number.NaN, Number.POSITIVE_INFINITY])
      expect(isEventTime(bad)).toBe(false);
  });

  test('are formatted again whenever the second is another', () => {
    const times = new EventTimes();
    expect(times.format(undefined, 1_999)).toBe('1970-01-01T00:00:01Z');
    expect(times.format(1.9, 0)).toBe('1970-01-01T00:00:01Z');
    expect(times.format(undefined, 2_000)).toBe('1970-01-01T00:00:02Z');
    expect(times.format(-0.5, 0)).toBe('1969-12-31T23:59:59Z');
    expect(times.format(0, 5_000)).toBe('1970-01-01T00:00:00Z');
  });
});
