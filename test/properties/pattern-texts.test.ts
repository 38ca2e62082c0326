import { expect, test } from '@jest/globals';
import { FakeEventBridgeError, fakeEventBridge, matches, pattern } from 'fake-eventbridge';
import fc from 'fast-check';
import { expectBothVerdicts } from '../support/both-verdicts';
import { codePoint } from '../support/code-point';
import { post } from '../support/put-events';

const PATTERN = String.raw`{"source":["shop",{"prefix":"a\u0062"}],"detail":{"total":[{"numeric":[">",1,"<",2e3]}],"$or":[{"a":[null,true]},{"b":{"c":[{"anything-but":["x","y"]}]}}],"ip":[{"cidr":"10.0.0.0/8"}],"w":[{"wildcard":"a*b"}]}}`;
const EVENT = String.raw`{"id":"1","source":"abc","detail":{"total":1.5e2,"a":[[],{},null],"b":[{"c":"\u00e9\n"},{"c":-0}],"ip":"10.1.2.3","w":"a__b","":{"":[]}}}`;

/** A string in which some characters are others, are gone, or come twice. */
const nearly = (text: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length - 1),
        length: fc.nat(2),
        instead: fc.oneof(
          fc.constantFrom(
            '',
            'x',
            ' ',
            '7',
            '"',
            '\\',
            '{',
            '}',
            '[',
            ']',
            ',',
            ':',
            '0',
            '-',
            'e',
            '.',
            '\\u',
            'null',
            '\u0001',
            '\ud800',
            '\ufeff',
          ),
          fc.string({ maxLength: 3, unit: codePoint }),
        ),
      }),
      { minLength: 1, maxLength: 2 },
    )
    .map((edits) =>
      edits.reduce(
        (all, { at, length, instead }) => `${all.slice(0, at)}${instead}${all.slice(at + length)}`,
        text,
      ),
    );

/** What a call returns, or `undefined` for an error that names what is wrong with what it was given. */
function refusedOr<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof FakeEventBridgeError) return undefined;
    if (error instanceof Error && error.name === 'InvalidEventPatternException') return undefined;
    throw error;
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

test('any text is a pattern whose JSON says the same, or is refused', () => {
  const texts = fc.oneof({ weight: 4, arbitrary: nearly(PATTERN) }, fc.json(), fc.string());
  expectBothVerdicts(texts, (text) => refusedOr(() => pattern(text)) !== undefined, 20);
  fc.assert(
    fc.property(texts, (text) => {
      const compiled = refusedOr(() => pattern(text));
      if (compiled === undefined) return;
      // What is read as a pattern is JSON, and its text is a pattern again.
      expect(parsed(compiled.text)).toBeInstanceOf(Object);
      const event = parsed(EVENT) as object;
      expect(pattern(compiled.text).matches(event)).toBe(compiled.matches(event));
      expect(matches(text, EVENT)).toBe(compiled.matches(event));
    }),
    { numRuns: 1000 },
  );
});

test('any text is an event with the verdict of its JSON, or refused as JSON.parse refuses it', () => {
  const texts = fc.oneof({ weight: 4, arbitrary: nearly(EVENT) }, fc.json(), fc.string());
  expectBothVerdicts(texts, (text) => refusedOr(() => matches(PATTERN, text)) !== undefined, 20);
  const patterns = [
    PATTERN,
    '{"detail":{"b":{"c":[{"exists":true}]}}}',
    '{"nowhere":[{"exists":false}]}',
    '{"detail":{"total":[150]},"source":[{"suffix":"c"}]}',
  ];
  fc.assert(
    fc.property(texts, fc.constantFrom(...patterns), (text, asked) => {
      const event = parsed(text);
      const isObject = typeof event === 'object' && event !== null && !Array.isArray(event);
      const verdict = refusedOr(() => matches(asked, text));
      expect(verdict !== undefined).toBe(isObject);
      // A key that comes twice has two values as text, and one once it is parsed.
      if (isObject && JSON.stringify(event).length === text.replace(/\s/g, '').length)
        expect(verdict).toBe(matches(asked, event));
    }),
    { numRuns: 1000 },
  );
});

test('TestEventPattern answers any texts with a verdict, or with an error that AWS has', async () => {
  const eb = fakeEventBridge();
  const complete = JSON.stringify({
    ...(parsed(EVENT) as object),
    account: '1',
    time: '2026-01-01T00:00:00Z',
    region: 'r',
    'detail-type': 't',
  });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 3, arbitrary: nearly(PATTERN) }, fc.string()),
      fc.oneof({ weight: 3, arbitrary: fc.constant(complete) }, nearly(complete), fc.string()),
      async (EventPattern, Event) => {
        const { status, body } = await post(eb, JSON.stringify({ EventPattern, Event }), {
          'x-amz-target': 'AWSEvents.TestEventPattern',
        });
        const { Result, __type } = JSON.parse(body);
        if (status === 200) expect(typeof Result).toBe('boolean');
        else {
          expect(status).toBe(400);
          expect(__type).toMatch(/^(InvalidEventPattern|Validation)Exception$/);
        }
      },
    ),
    { numRuns: 300 },
  );
});
