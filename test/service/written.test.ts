import { describe, expect, test } from '@jest/globals';
import { EventTimes, isEventTime } from '../../src/service/accept-entry';
import { putEventsAnswer } from '../../src/service/answer';
import { isDetail } from '../../src/service/detail';
import { envelopeJson, envelopeOf } from '../../src/service/envelope';
import { createEventIds, createRequestIds } from '../../src/service/ids';
import { entryAsJava, listAsJava } from '../../src/service/validation/java-text';

test('the answer has a result for each entry, and the number of those that failed', () => {
  const accepted = { id: 'id-1', time: 't', isDropped: false, traceHeader: undefined };
  const rejected = { error: { code: 'InternalFailure', message: 'Internal Service Failure' } };
  const answer = putEventsAnswer([accepted, rejected, { ...accepted, id: 'id-2' }]);
  expect(JSON.stringify(answer)).toBe(
    '{"Entries":[{"EventId":"id-1"},{"ErrorCode":"InternalFailure","ErrorMessage":"Internal Service Failure"},{"EventId":"id-2"}],"FailedEntryCount":1}',
  );
  expect(putEventsAnswer([])).toEqual({ Entries: [], FailedEntryCount: 0 });
  expect(putEventsAnswer([rejected, rejected]).FailedEntryCount).toBe(2);
});

test('the JSON of an envelope has the detail as the publisher wrote it, at the end', () => {
  const about = {
    id: 'i',
    source: 's',
    detailType: 'd',
    time: 't',
    region: 'r',
    account: 'a',
    resources: ['x'],
  };
  expect(envelopeJson(envelopeOf(about, { n: 1 }), '{ "n": 1.0, "n": 2 }')).toBe(
    '{"version":"0","id":"i","detail-type":"d","source":"s","account":"a","time":"t","region":"r","resources":["x"],"detail":{ "n": 1.0, "n": 2 }}',
  );
});

describe('ids', () => {
  /** Numbers that come out one after the other, and then again. */
  const from = (...numbers: number[]) => {
    let next = 0;
    return () => numbers[next++ % numbers.length] ?? 0;
  };

  test('of events have groups of 8, 4, 4, 4 and 12 digits, and are never version 4', () => {
    const next = createEventIds(from(1, 2, 3, 4));
    const ids = Array.from({ length: 5_000 }, next);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-35-9a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    // Every digit but the 4 occurs in the position of the version.
    expect([...new Set(ids.map((id) => id[14]))].sort().join('')).toBe('012356789abcdef');
  });

  test('of events depend on each of the numbers', () => {
    const ids = [
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ].map((numbers) => createEventIds(from(...numbers))());
    expect(new Set(ids).size).toBe(5);
  });

  test('of requests are of version 4, with the bits that RFC 9562 fixes', () => {
    const next = createRequestIds(from(1, 2, 3, 4));
    const ids = Array.from({ length: 2_000 }, next);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...new Set(ids.map((id) => id[19]))].sort().join('')).toBe('89ab');
  });

  test('are unique even if every number is the same', () => {
    for (const create of [createEventIds, createRequestIds]) {
      const next = create(() => 7);
      const ids = Array.from({ length: 2_000 }, next);
      expect(new Set(ids).size).toBe(2_000);
      expect(new Set(ids.map((id) => id.slice(0, 2))).size).toBeGreaterThan(200);
    }
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

describe('details', () => {
  const accepts = (json: string, maxDepth = 1100) => isDetail(json, JSON.parse(json), maxDepth);

  test.each([
    ['{}', 1, true],
    ['{"a":{}}', 2, true],
    ['{"a":{}}', 1, false],
    ['{"a":[[]]}', 3, true],
    ['{"a":[[]]}', 2, false],
    ['{"a":[],"b":[],"c":{}}', 2, true],
    ['{"a":"[[[[[[{{{{{{"}', 1, true],
    ['{"a\\"[[":"\\\\","b":"]{"}', 1, true],
    ['{"a":"\\\\","b":{}}', 1, false],
  ])('%s within %d levels: %s', (json, maxDepth, is) => {
    expect(accepts(json, maxDepth)).toBe(is);
  });

  const MAX = '9223372036854775807';
  const MIN = '-9223372036854775808';
  test.each([
    [MAX, true],
    ['9223372036854775808', false],
    [MIN, true],
    ['-9223372036854775809', false],
    ['99999999999999999999', false],
    ['999999999999999999999', false],
    ['-99999999999999999999', false],
    ['999999999999999999', true],
    [`${MAX}0.5`, true],
    [`${MAX}0e5`, true],
    [`${MAX}0E-5`, true],
    [`0.${MAX}${MAX}`, true],
    [`1e${'0'.repeat(30)}1`, true],
    [`"${MAX}0"`, true],
    [`"\\"${MAX}0"`, true],
    [`["\\\\",${MAX}0]`, false],
    [`[1,2,${MAX}0]`, false],
    [`[-1,-${MAX}0]`, false],
    [`[${MAX},${MIN},"x"]`, true],
  ])('the number %s: %s', (number, is) => {
    expect(accepts(`{"n":${number}}`)).toBe(is);
    // Wherever it is: the positions that are examined first are some digits apart.
    for (let n = 0; n < 40; n++) expect(accepts(`{"${'x'.repeat(n)}":${number}}`)).toBe(is);
  });
});

describe('entries as Java prints them', () => {
  test('with null for what is absent', () => {
    expect(entryAsJava({})).toBe(
      'PutEventsRequestEntry(time=null, source=null, resources=null, detailType=null, detail=null, eventBusName=null, traceHeader=null, kmsKeyIdentifier=null, internalMetadata=null)',
    );
  });

  test('with what there is', () => {
    expect(
      entryAsJava({
        Time: 0,
        Source: 's',
        Resources: ['a', null],
        DetailType: 'd',
        Detail: '{}',
        EventBusName: 'b',
        TraceHeader: 't',
      }),
    ).toBe(
      'PutEventsRequestEntry(time=Thu Jan 01 00:00:00 UTC 1970, source=s, resources=[a, null], detailType=d, detail={}, eventBusName=b, traceHeader=t, kmsKeyIdentifier=null, internalMetadata=null)',
    );
    expect(entryAsJava({ Time: 1e20 })).toContain('time=100000000000000000000, ');
    expect(listAsJava([null, 'x'])).toBe('[null, x]');
  });
});
