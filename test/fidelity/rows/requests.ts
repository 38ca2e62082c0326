import { API, ATHENA, inferred, MODEL, recorded, reported, SISTERS, SNAPSHOTS } from '../evidence';
import { entry, puts, sends, violates, violation } from '../exchange';
import type { Topic } from '../row';

const BUS_PATTERN =
  'Member must satisfy regular expression pattern: (arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\.\\-_A-Za-z0-9]+';
const ENDPOINT_PATTERN =
  'Member must satisfy regular expression pattern: ^[A-Za-z0-9\\-]+[\\.][A-Za-z0-9\\-]+$';
const BUS_PATH = 'entries.1.member.eventBusName';
const atMost = (count: number) => `Member must have length less than or equal to ${count}`;
const atLeast = (count: number) => `Member must have length greater than or equal to ${count}`;
const NOT_NULL = 'Member must not be null';

/** An entry as AWS prints it. */
const printed = (properties = '', time = 'null', resources = 'null') =>
  `PutEventsRequestEntry(time=${time}, source=fake-eventbridge.verify, resources=${resources}, detailType=Verify, detail={}, eventBusName={bus}, traceHeader=null, kmsKeyIdentifier=null, internalMetadata=null)${properties}`;
const eleven = (text: string) => Array.from({ length: 11 }, () => text).join(', ');

export const requests: Topic = {
  title: 'Requests that are refused as a whole',
  rows: [
    {
      id: 'entries-required',
      what: '`Entries` is missing or `null`: the framework names it.',
      ...inferred(ATHENA, '2026-09-23'),
      code: 'service/validation/request-error.ts#entriesViolations',
      tests: ['service/validation/request-error.test.ts: none, or null'],
      mutant: { from: "'entries', 'Member must not be null'", to: "'Entries', 'Member must not be null'" },
      exchanges: ['{}', '{"Entries":null}'].map((body) =>
        sends(body, violates(violation('null', 'entries', NOT_NULL))),
      ),
    },
    {
      id: 'entries-not-empty',
      what: '`Entries` is empty: at least one is needed.',
      ...inferred(SISTERS),
      code: 'service/validation/request-error.ts#listViolations',
      tests: ['service/validation/request-error.test.ts: an empty array'],
      mutant: { from: 'if (entries.length < 1)', to: 'if (entries.length < 0)' },
      exchanges: [puts([], violates(violation("'[]'", 'entries', atLeast(1))))],
    },
    {
      id: 'entries-at-most-ten',
      what: 'More than ten entries: refused, and the message prints every entry.',
      ...recorded('eleven entries, bus default'),
      code: 'service/validation/request-error.ts#listViolations',
      tests: [
        'service/validation/request-error.test.ts: more than ten: every entry is printed, with the properties that only the server knows',
      ],
      mutant: { from: 'entries.length > maxEntries', to: 'entries.length > maxEntries + 1' },
      exchanges: [
        puts(
          Array.from({ length: 11 }, () => entry()),
          violates(violation(`'[${eleven(printed())}]'`, 'entries', atMost(10))),
        ),
      ],
    },
    {
      id: 'entries-ten',
      what: 'Ten entries are accepted.',
      ...recorded('eleven entries, bus test-bus-1'),
      code: 'options.ts#DEFAULT_LIMITS',
      tests: ['service/validation/request-error.test.ts: ten are taken'],
      mutant: { from: 'maxEntries: 10,', to: 'maxEntries: 9,' },
    },
    {
      id: 'printed-entry',
      what: 'A printed entry has nine properties in a fixed order; the last two are internal to the service.',
      ...recorded('eleven entries, bus test-bus-1'),
      code: 'service/validation/java-text.ts#entryAsJava',
      tests: [
        'service/validation/request-error.test.ts: more than ten: every entry is printed, with the properties that only the server knows',
      ],
      mutant: { from: "'kmsKeyIdentifier=null',", to: '' },
    },
    {
      id: 'printed-resources',
      what: 'Printed resources look like a list of Java: `[a, b]`.',
      ...inferred('the Java around it'),
      code: 'service/validation/java-text.ts#listAsJava',
      tests: [
        'service/validation/request-error.test.ts: more than ten: every entry is printed, with the properties that only the server knows',
      ],
      mutant: { from: ".join(', ')}]`;", to: ".join(',')}]`;" },
      exchanges: [
        puts(
          Array.from({ length: 11 }, () => entry({ Resources: ['a', 'b'] })),
          violates(violation(`'[${eleven(printed('', 'null', '[a, b]'))}]'`, 'entries', atMost(10))),
        ),
      ],
    },
    {
      id: 'printed-time',
      what: 'A printed time looks like a `java.util.Date` in UTC.',
      ...inferred('the Java around it; recorded is only `time=null`'),
      code: 'service/validation/java-text.ts#timeAsJava',
      tests: [
        'service/validation/request-error.test.ts: more than ten: every entry is printed, with the properties that only the server knows',
      ],
      mutant: { from: '${clock} UTC ${year}', to: '${clock} GMT ${year}' },
      exchanges: [
        puts(
          Array.from({ length: 11 }, () => entry({ Time: 1_772_600_767 })),
          violates(
            violation(`'[${eleven(printed('', 'Wed Mar 04 05:06:07 UTC 2026'))}]'`, 'entries', atMost(10)),
          ),
        ),
      ],
    },
    {
      id: 'entry-null',
      what: 'An entry is `null`: refused.',
      ...inferred(SISTERS),
      code: 'service/validation/request-error.ts#listViolations',
      tests: ['service/validation/request-error.test.ts: a null among them'],
      mutant: { from: 'if (entries.includes(null))', to: 'if (false)' },
      exchanges: [
        sends(
          '{"Entries":[null]}',
          violates(violation("'[null]'", 'entries', `Member must satisfy constraint: [${NOT_NULL}]`)),
        ),
      ],
    },
    {
      id: 'violations-joined',
      what: 'Several violations are counted and joined with `; `, in the order of the entries.',
      ...reported(SNAPSHOTS.events, '2025-01-08'),
      code: 'service/validation/violations.ts#joined',
      tests: [
        'service/validation/request-error.test.ts: violations of several entries are joined, in the order of the entries',
      ],
      mutant: { from: "violations.join('; ')", to: "violations.join(', ')" },
      exchanges: [
        puts(
          [entry({ EventBusName: '/' }), entry({ TraceHeader: '' })],
          violates(
            violation("'/'", BUS_PATH, BUS_PATTERN),
            violation("''", 'entries.2.member.traceHeader', atLeast(1)),
          ),
        ),
      ],
    },
    {
      id: 'bus-name-characters',
      what: 'A bus name with other characters is refused: names of partner buses too.',
      ...reported('https://github.com/aws/aws-sdk-js-v3/issues/3714', '2026-11-23'),
      code: 'service/event-bus.ts#busNameViolations',
      tests: ['service/validation/request-error.test.ts: %s is refused by its characters'],
      mutant: {
        from: "event-bus\\\\/)?[\\\\.\\\\-_A-Za-z0-9]+';",
        to: "event-bus\\\\/)?[\\\\.\\\\-_A-Za-z0-9/]+';",
      },
      exchanges: ['a b', 'aws.partner/shop.example/orders'].map((name) =>
        puts([entry({ EventBusName: name })], violates(violation(`'${name}'`, BUS_PATH, BUS_PATTERN))),
      ),
    },
    {
      id: 'bus-name-two-violations',
      what: 'An empty bus name breaks two constraints: its characters come before its length.',
      ...inferred('the order in which another operation of EventBridge was recorded'),
      code: 'service/event-bus.ts#busNameViolations',
      tests: [
        'service/validation/request-error.test.ts: an empty one breaks two constraints, joined as AWS joins them',
      ],
      mutant: {
        from: '[...violations, ...lengthViolations(name, path, 1, MAX_BUS_NAME)]',
        to: '[...lengthViolations(name, path, 1, MAX_BUS_NAME), ...violations]',
      },
      exchanges: [
        puts(
          [entry({ EventBusName: '' })],
          violates(violation("''", BUS_PATH, BUS_PATTERN), violation("''", BUS_PATH, atLeast(1))),
        ),
      ],
    },
    {
      id: 'bus-name-length',
      what: 'A bus name or ARN has at most 1600 characters.',
      evidence: 'documented',
      source: MODEL,
      date: '2026-08-07',
      code: 'service/event-bus.ts#isBusName',
      tests: ['service/validation/request-error.test.ts: 1600 characters are taken, one more is not'],
      mutant: { from: 'MAX_BUS_NAME = 1600', to: 'MAX_BUS_NAME = 1601' },
      exchanges: [
        puts(
          [entry({ EventBusName: 'b'.repeat(1601) })],
          violates(violation(`'${'b'.repeat(1601)}'`, BUS_PATH, atMost(1600))),
        ),
      ],
    },
    {
      id: 'trace-header-length',
      what: 'A trace header has 1 to 500 characters.',
      evidence: 'documented',
      source: MODEL,
      date: '2026-08-07',
      code: 'service/validation/request-error.ts#entryViolations',
      tests: ['service/validation/request-error.test.ts: a trace header holds 1 to 500 characters'],
      mutant: { from: 'MAX_TRACE_HEADER = 500', to: 'MAX_TRACE_HEADER = 501' },
      exchanges: [
        puts(
          [entry({ TraceHeader: '' })],
          violates(violation("''", 'entries.1.member.traceHeader', atLeast(1))),
        ),
        puts(
          [entry({ TraceHeader: 't'.repeat(501) })],
          violates(violation(`'${'t'.repeat(501)}'`, 'entries.1.member.traceHeader', atMost(500))),
        ),
      ],
    },
    {
      id: 'resource-length',
      what: 'A resource has at most 2048 characters; how the framework lists the constraints is inferred.',
      evidence: 'documented',
      source: MODEL,
      date: '2026-08-07',
      code: 'service/validation/request-error.ts#entryViolations',
      tests: ['service/validation/request-error.test.ts: a resource holds up to 2048 characters'],
      mutant: { from: 'MAX_RESOURCE = 2048', to: 'MAX_RESOURCE = 2049' },
      exchanges: [
        puts(
          [entry({ Resources: ['r'.repeat(2049)] })],
          violates(
            violation(
              `'[${'r'.repeat(2049)}]'`,
              'entries.1.member.resources',
              `Member must satisfy constraint: [${atMost(2048)}, ${atLeast(0)}]`,
            ),
          ),
        ),
      ],
    },
    {
      id: 'endpoint-id-characters',
      what: 'An endpoint id has a dot between its parts.',
      evidence: 'documented',
      source: API.putEvents,
      date: '2026-08-07',
      code: 'service/validation/request-error.ts#endpointIdViolations',
      tests: [
        'service/validation/request-error.test.ts: an endpoint id has a dot inside and at most 50 characters',
      ],
      mutant: { from: 'return ENDPOINT_ID_PATTERN.test(endpointId)', to: 'return true' },
      exchanges: [
        sends(
          JSON.stringify({ Entries: [entry()], EndpointId: 'abc' }),
          violates(violation("'abc'", 'endpointId', ENDPOINT_PATTERN)),
        ),
      ],
    },
    {
      id: 'endpoint-id-length',
      what: 'An endpoint id has at most 50 characters.',
      evidence: 'documented',
      source: API.putEvents,
      date: '2026-08-07',
      code: 'service/validation/request-error.ts#endpointIdViolations',
      tests: [
        'service/validation/request-error.test.ts: an endpoint id has a dot inside and at most 50 characters',
      ],
      mutant: { from: 'MAX_ENDPOINT_ID = 50', to: 'MAX_ENDPOINT_ID = 60' },
      exchanges: [
        sends(
          JSON.stringify({ Entries: [entry()], EndpointId: `${'a'.repeat(50)}.b` }),
          violates(violation(`'${'a'.repeat(50)}.b'`, 'endpointId', atMost(50))),
        ),
      ],
    },
  ],
};
