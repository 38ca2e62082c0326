import { API, documented, inferred, recorded, SISTERS } from '../evidence';
import { asks, refuses, verdict, violates, violation } from '../exchange';
import type { Topic } from '../row';

const event = {
  id: '1',
  account: '123456789012',
  source: 'shop',
  time: '2026-01-01T00:00:00Z',
  region: 'us-east-1',
  'detail-type': 't',
};
const EVENT = JSON.stringify(event);
const NOT_AN_EVENT = refuses('ValidationException', 'Parameter Event is not valid.');
const IN_2025 = '2025-10-15';
const missing = (name: string) => violation('null', name, 'Member must not be null');

export const testEventPattern: Topic = {
  title: '`TestEventPattern`',
  rows: [
    {
      id: 'pattern-verdict',
      what: 'The answer is a verdict: `{"Result":true}` or `{"Result":false}`.',
      ...recorded('minimal', IN_2025),
      code: 'service/test-event-pattern.ts#testEventPattern',
      tests: ['service/test-event-pattern.test.ts: says whether a pattern matches an event'],
      mutant: {
        file: 'pattern/test-pattern.ts',
        from: 'return { result: new CompiledPattern',
        to: 'return { result: !new CompiledPattern',
      },
      exchanges: [
        asks('{"source":["shop"]}', EVENT, verdict(true)),
        asks('{"source":["other"]}', EVENT, verdict(false)),
      ],
    },
    {
      id: 'event-not-json',
      what: 'An `Event` that is not a JSON object: `Parameter Event is not valid.`',
      ...recorded('event_plain_string', IN_2025),
      code: 'service/test-event-pattern.ts#isEvent',
      tests: ['service/test-event-pattern.test.ts: %s is not an event'],
      mutant: { from: "message: 'Parameter Event is not valid.' }", to: "message: 'Event is not valid.' }" },
      exchanges: ['not JSON', '[]'].map((text) => asks('{"source":["shop"]}', text, NOT_AN_EVENT)),
    },
    {
      id: 'event-mandatory',
      what: 'An `Event` has `id`, `account`, `source`, `time`, `region` and `detail-type`.',
      ...recorded('event_without_mandatory_fields', IN_2025),
      code: 'service/test-event-pattern.ts#isEvent',
      tests: ['service/test-event-pattern.test.ts: %s is not an event'],
      mutant: { from: "['id', 'account', 'source',", to: "['source'," },
      exchanges: [
        asks('{"source":["shop"]}', '{}', NOT_AN_EVENT),
        asks('{"source":["shop"]}', JSON.stringify({ ...event, id: undefined }), NOT_AN_EVENT),
      ],
    },
    {
      id: 'event-resources-optional',
      what: 'An `Event` needs no `resources`, against the documentation.',
      ...recorded('content_exists', IN_2025),
      code: 'service/test-event-pattern.ts#isEvent',
      tests: ['service/test-event-pattern.test.ts: says whether a pattern matches an event'],
      mutant: { from: "'region', 'detail-type'];", to: "'region', 'detail-type', 'resources'];" },
    },
    {
      id: 'pattern-refused',
      what: 'A bad pattern: `InvalidEventPatternException`, the reason of the rule engine, and the location.',
      ...recorded('string_nolist_EXC', IN_2025),
      code: 'service/test-event-pattern.ts#testEventPattern',
      tests: [
        'service/test-event-pattern.test.ts: a bad pattern is refused with its reason and its position',
      ],
      mutant: { from: "code: 'InvalidEventPatternException'", to: "code: 'ValidationException'" },
      exchanges: [
        asks(
          '{"source":"shop"}',
          EVENT,
          refuses(
            'InvalidEventPatternException',
            'Event pattern is not valid. Reason: "source" must be an object or an array\n at [Source: (String)"{"source":"shop"}"; line: 1, column: 12]',
          ),
        ),
      ],
    },
    {
      id: 'pattern-length',
      what: 'A pattern has at most 4096 characters.',
      ...documented(API.testEventPattern),
      code: 'service/test-event-pattern.ts#testEventPattern',
      tests: ['service/test-event-pattern.test.ts: a pattern holds 4096 characters'],
      mutant: { from: 'MAX_PATTERN = 4096', to: 'MAX_PATTERN = 4098' },
      exchanges: [
        asks(
          `{"a":["${'x'.repeat(4087)}"]}`,
          EVENT,
          violates(
            violation(
              `'{"a":["${'x'.repeat(4087)}"]}'`,
              'eventPattern',
              'Member must have length less than or equal to 4096',
            ),
          ),
        ),
      ],
    },
    {
      id: 'pattern-and-event-required',
      what: 'Both parameters are required; the message names each that is missing.',
      ...inferred(SISTERS),
      code: 'service/test-event-pattern.ts#testEventPattern',
      tests: ['service/test-event-pattern.test.ts: needs both'],
      mutant: { from: "[violation(null, 'event', 'Member must not be null')]", to: '[]' },
      exchanges: [
        asks(undefined, undefined, violates(missing('eventPattern'), missing('event'))),
        asks('{}', undefined, violates(missing('event'))),
      ],
    },
    {
      id: 'event-before-pattern',
      what: 'When both are wrong, the event is named.',
      ...inferred('every recording has at most one of them wrong'),
      code: 'service/test-event-pattern.ts#testEventPattern',
      tests: ['service/test-event-pattern.test.ts: the event is looked at before the pattern'],
      mutant: {
        from: 'if (!isEvent(event))',
        to: 'new CompiledPattern(eventPattern);\n  if (!isEvent(event))',
      },
      exchanges: [asks('{"source":"shop"}', '{}', NOT_AN_EVENT)],
    },
  ],
};
