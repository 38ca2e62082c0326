import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import fc from 'fast-check';
import { codePoint } from '../support/code-point';
import { transports } from '../support/transports';
import { EVENT_ID, modelAnswer } from './put-events-model';

const IDS = /"EventId":"[0-9a-f-]{36}"/g;

/** What can be where a string belongs: mostly a string, now and then one at a limit, seldom another type. */
const string = (...special: string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: codePoint }) },
    { weight: 6, arbitrary: fc.constantFrom('', ...special) },
    { weight: 1, arbitrary: fc.constantFrom(null, 5, true, false, {}, [], ['x']) },
  );
const nested = (levels: number) => `${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`;
const arrays = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;

/** Details that are hostile to a parser or to JavaScript, each of them to be judged by the model. */
const hostileDetail = fc.constantFrom(
  nested(100_000),
  arrays(100_000),
  '{"a":'.repeat(100_000),
  ...[7, 8, 9].flatMap((levels) => [nested(levels), arrays(levels)]),
  '{"__proto__":{"Source":"x"},"constructor":{"prototype":1},"toString":null}',
  '{"a":"\\ud800","\\udfff":1}',
  '{"a":1,"a":{"a":2},"a":9223372036854775808}',
  '{"a":"9223372036854775808"}',
  '{"n":[-9223372036854775808,9223372036854775807,1e400,-0]}',
  '{"n":-9223372036854775809}',
  `{"n":0.${'9'.repeat(1000)}}`,
  `{"n":${'9'.repeat(1000)}}`,
  `{"text":"${'x'.repeat(2_000_000)}"}`,
  '{"a":"\\u0022}{[9223372036854775808"}',
  '\ufeff{}',
  ' \t\r\n{}\n',
);
const detail = fc.oneof(
  { weight: 5, arbitrary: fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: fc.bigInt().map((number) => `{"n":[${number}]}`) },
  { weight: 2, arbitrary: fc.oneof(fc.json(), fc.string()) },
  { weight: 2, arbitrary: hostileDetail },
  { weight: 1, arbitrary: string() },
);
const entry = fc.record(
  {
    Time: fc.oneof(
      { weight: 6, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 }) },
      { weight: 1, arbitrary: fc.constantFrom(null, 0, 8.64e12, 8.64e12 + 1, '2026-01-01', true, {}, []) },
    ),
    Source: string('aws.s3', 'aws', 'aws.', '__proto__'),
    Resources: fc.oneof(
      {
        weight: 8,
        arbitrary: fc.array(fc.option(string('r'.repeat(2048), 'r'.repeat(2049)), { freq: 9 }), {
          maxLength: 3,
        }),
      },
      { weight: 1, arbitrary: fc.constantFrom(null, 'x', {}, [[]], [5]) },
    ),
    DetailType: string('t'.repeat(128), 't'.repeat(129)),
    Detail: detail,
    EventBusName: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          'default',
          'orders',
          'arn:aws:events:us-east-1:123456789012:event-bus/orders',
        ),
      },
      { weight: 1, arbitrary: string('a/b', 'a\n', 'b'.repeat(1600), 'b'.repeat(1601)) },
    ),
    TraceHeader: fc.oneof(
      { weight: 4, arbitrary: fc.constant('Root=1-5759e988-bd862e3fe1be46a994272793') },
      { weight: 1, arbitrary: string('t'.repeat(500), 't'.repeat(501)) },
    ),
    Unknown: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
/** Most entries are complete, so that the later checks are reached. */
const complete = fc
  .tuple(entry, fc.record({ Source: fc.constant('shop'), DetailType: fc.constant('t'), Detail: detail }))
  .map(([some, all]) => ({ ...some, ...all }));
const request = fc.record(
  {
    Entries: fc.oneof(
      {
        weight: 20,
        arbitrary: fc.array(
          fc.oneof(
            { weight: 9, arbitrary: complete },
            { weight: 6, arbitrary: entry },
            { weight: 1, arbitrary: fc.constantFrom(null, 'x', []) },
          ),
          { maxLength: 5 },
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom(null, 'x', {}, 5) },
    ),
    EndpointId: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('abc.def', 'abc') },
      { weight: 1, arbitrary: string(`${'a'.repeat(50)}.b`) },
    ),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  { weight: 30, arbitrary: request.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string() },
);

describe.each(transports)('%s', (name, { post }) => {
  // Small limits, so that requests reach them.
  const limits = { maxRequestBytes: 1_000_000, maxEntries: 4, maxDetailDepth: 8 };
  const eb = fakeEventBridge({ limits });

  test('any body is answered as the model answers', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const answer = await post(eb, sent);
        eb.reset();
        const given = { status: answer.status, body: answer.body.replace(IDS, `"EventId":"${EVENT_ID}"`) };
        expect(given).toEqual(modelAnswer(sent, limits));
      }),
      { numRuns: name === 'in process' ? 300 : 150 },
    );
  });

  test('any size is over or within the limit as the model counts it', async () => {
    const small = fakeEventBridge({ limits: { maxRequestBytes: 60 } });
    const sized = fc.array(
      fc.record(
        {
          Time: fc.constant(0),
          Source: fc.string({ unit: 'grapheme', maxLength: 20 }),
          Resources: fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 3 }),
          DetailType: fc.string({ maxLength: 10 }),
          Detail: fc.constantFrom('{}', '{"é":"€"}'),
        },
        { requiredKeys: ['Detail'] },
      ),
      { minLength: 1, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(sized, async (Entries) => {
        const sent = JSON.stringify({ Entries });
        const answer = await post(small, sent);
        expect(answer.status).toBe(
          modelAnswer(sent, { maxRequestBytes: 60, maxEntries: 10, maxDetailDepth: 1100 }).status,
        );
      }),
      { numRuns: name === 'in process' ? 200 : 50 },
    );
  });
});
