import { API, documented, inferred, MODEL, recorded, reported } from '../evidence';
import { entry, puts, results } from '../exchange';
import type { Topic } from '../row';

const ENGINE_DOCUMENTS = 'documented is the limit; what AWS answers beyond it is not known';
const MALFORMED = ['MalformedDetail', 'Detail is malformed.'] as const;
const NOT_AUTHORIZED = ['NotAuthorizedForSourceException', 'Not authorized for the source.'] as const;
const missing = (name: string) =>
  ['InvalidArgument', `Parameter ${name} is not valid. Reason: ${name} is a required argument.`] as const;
const nested = (levels: number) => `${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`;
const REQUIRED_TEST = 'service/entry-error.test.ts: %s: absent and empty are the same';
const MALFORMED_TEST = 'service/entry-error.test.ts: %s is malformed';

export const entries: Topic = {
  title: 'Entries that fail, and entries that are accepted',
  rows: [
    {
      id: 'source-required',
      what: 'An entry without `Source` fails.',
      ...recorded('without Source'),
      code: 'service/entry-error.ts#required',
      tests: [REQUIRED_TEST],
      mutant: { from: "required('Source', entry.Source) ??", to: '' },
      exchanges: [puts([entry({ Source: undefined })], results(missing('Source')))],
    },
    {
      id: 'source-empty',
      what: 'An empty `Source` or `Detail` is a missing one.',
      ...inferred('the recording of an empty `DetailType`'),
      code: 'service/entry-error.ts#required',
      tests: [REQUIRED_TEST],
      mutant: { from: 'if (value) return undefined;', to: 'if (value !== undefined) return undefined;' },
      exchanges: [
        puts([entry({ Source: '' })], results(missing('Source'))),
        puts([entry({ Detail: '' })], results(missing('Detail'))),
      ],
    },
    {
      id: 'detail-type-required',
      what: 'An entry with an empty `DetailType` fails.',
      ...recorded('empty DetailType'),
      code: 'service/entry-error.ts#required',
      tests: [REQUIRED_TEST],
      mutant: { from: "required('DetailType', entry.DetailType) ??", to: '' },
      exchanges: [puts([entry({ DetailType: '' })], results(missing('DetailType')))],
    },
    {
      id: 'detail-required',
      what: 'An entry without `Detail` fails.',
      ...recorded('without Detail'),
      code: 'service/entry-error.ts#required',
      tests: [REQUIRED_TEST],
      mutant: { from: "required('Detail', entry.Detail) ??", to: '' },
      exchanges: [puts([entry({ Detail: undefined })], results(missing('Detail')))],
    },
    {
      id: 'required-order',
      what: 'Of several that are missing, the first is named: `Source`, `DetailType`, `Detail`.',
      ...inferred('three independent fakes; no recording lacks two'),
      code: 'service/entry-error.ts#rulesError',
      tests: [
        'service/entry-error.test.ts: the first that is missing is named: Source, then DetailType, then Detail',
      ],
      mutant: {
        from: "required('Source', entry.Source) ??",
        to: "required('DetailType', entry.DetailType || undefined) ?? required('Source', entry.Source) ??",
      },
      exchanges: [puts([{ EventBusName: '{bus}' }], results(missing('Source')))],
    },
    {
      id: 'detail-type-length',
      what: 'A `DetailType` over 128 characters fails its entry with `InvalidArgument`; the message is inferred.',
      ...documented(API.entry),
      code: 'service/entry-error.ts#detailTypeLength',
      tests: ['service/entry-error.test.ts: a detail type holds 128 characters'],
      mutant: { from: 'MAX_DETAIL_TYPE = 128', to: 'MAX_DETAIL_TYPE = 129' },
      exchanges: [
        puts(
          [entry({ DetailType: 't'.repeat(129) })],
          results([
            'InvalidArgument',
            'Parameter DetailType is not valid. Reason: DetailType must not be longer than 128 characters.',
          ]),
        ),
      ],
    },
    {
      id: 'aws-source',
      what: 'A `Source` that begins with `aws.` fails its entry.',
      ...reported('https://github.com/aws-samples/serverless-patterns/issues/3089', '2026-11-23'),
      code: 'service/entry-error.ts#awsSource',
      tests: ['service/entry-error.test.ts: are refused by their prefix, dot included'],
      mutant: { from: "message: 'Not authorized for the source.' }", to: "message: 'Not authorized.' }" },
      exchanges: [puts([entry({ Source: 'aws.s3' })], results(NOT_AUTHORIZED))],
    },
    {
      id: 'aws-source-prefix',
      what: 'Only `aws.` with its dot and in lower case counts: `aws`, `awsome.shop` and `AWS.s3` are accepted.',
      ...inferred(`patterns of \`Source\` in models of sister services, such as ${MODEL}`),
      code: 'service/entry-error.ts#awsSource',
      tests: ['service/entry-error.test.ts: are refused by their prefix, dot included'],
      mutant: { from: "value?.startsWith('aws.')", to: "value?.startsWith('aws')" },
      exchanges: ['aws', 'awsome.shop', 'AWS.s3'].map((Source) =>
        puts([entry({ Source })], results('accepted')),
      ),
    },
    {
      id: 'aws-source-order',
      what: 'A source of AWS is found after missing properties, and before the content of the detail is read.',
      ...inferred('the order of the other checks'),
      code: 'service/entry-error.ts#rulesError',
      tests: ['service/entry-error.test.ts: come after what is missing and before the detail is read'],
      mutant: {
        from: "required('Source', entry.Source) ??",
        to: "awsSource(entry.Source) ?? required('Source', entry.Source) ??",
      },
      exchanges: [
        puts([entry({ Source: 'aws.s3', Detail: '' })], results(missing('Detail'))),
        puts([entry({ Source: 'aws.s3', Detail: 'not JSON' })], results(NOT_AUTHORIZED)),
      ],
    },
    {
      id: 'null-resource',
      what: 'A `null` among the resources fails the entry with `InternalFailure`.',
      ...reported('https://github.com/aws/aws-sdk/issues/39', '2026-11-23'),
      code: 'service/entry-error.ts#nullResource',
      tests: ['service/entry-error.test.ts: a null among the resources is a failure of the service'],
      mutant: {
        from: "code: 'InternalFailure', message: 'Internal Service Failure'",
        to: "code: 'InvalidArgument', message: 'Internal Service Failure'",
      },
      exchanges: [
        puts([entry({ Resources: [null] })], results(['InternalFailure', 'Internal Service Failure'])),
      ],
    },
    {
      id: 'time-out-of-range',
      what: 'A `Time` that no calendar has fails its entry.',
      ...inferred("AWS's answer is not known"),
      code: 'service/accept-entry.ts#isEventTime',
      tests: ['service/entry-error.test.ts: a time that no calendar holds'],
      mutant: { from: 'return !Number.isNaN(', to: 'return Number.isFinite(epochSeconds) || !Number.isNaN(' },
    },
    {
      id: 'detail-not-json',
      what: 'A `Detail` that is not JSON fails its entry with `MalformedDetail`.',
      ...recorded('malformed Detail STRING'),
      code: 'service/entry-error.ts#entryErrorOf',
      tests: [MALFORMED_TEST],
      mutant: { from: "message: 'Detail is malformed.' }", to: "message: 'The detail is malformed.' }" },
      exchanges: ['not JSON', '{{}'].map((Detail) => puts([entry({ Detail })], results(MALFORMED))),
    },
    {
      id: 'detail-array',
      what: 'A `Detail` that is an array or a JSON string is malformed: only objects are accepted.',
      ...recorded('malformed Detail ARRAY'),
      code: 'service/detail.ts#isDetail',
      tests: [MALFORMED_TEST],
      mutant: { from: 'if (!isObject(value)) return false;', to: 'if (value === undefined) return false;' },
      exchanges: ['[]', '"text"'].map((Detail) => puts([entry({ Detail })], results(MALFORMED))),
    },
    {
      id: 'detail-scalar',
      what: 'A number, `true` and `null` are malformed details too.',
      ...inferred('the recordings of an array and of a string'),
      code: 'service/detail.ts#isDetail',
      tests: [MALFORMED_TEST],
      mutant: {
        from: 'if (!isObject(value)) return false;',
        to: "if (!isObject(value)) return typeof value === 'number';",
      },
      exchanges: ['1', 'true', 'null', ' '].map((Detail) => puts([entry({ Detail })], results(MALFORMED))),
    },
    {
      id: 'detail-depth',
      what: 'A `Detail` nested deeper than 1100 levels is malformed; an option sets the 1000 of newer pages.',
      ...inferred(`${ENGINE_DOCUMENTS}: ${API.putEvents}`),
      code: 'service/detail.ts#isDetail',
      tests: ['service/entry-error.test.ts: 1100 levels are processed, 1101 are not'],
      mutant: { from: 'depthOf(json) > maxDepth', to: 'depthOf(json) > maxDepth + 1' },
      exchanges: [puts([entry({ Detail: nested(1101) })], results(MALFORMED))],
    },
    {
      id: 'detail-integer',
      what: 'An integer outside 64 bits makes a detail malformed.',
      ...inferred(`${ENGINE_DOCUMENTS}: ${API.putEvents}`),
      code: 'service/detail.ts#isBeyond64Bits',
      tests: ['service/entry-error.test.ts: integers are of 64 bits: %s'],
      mutant: { from: 'value > INT64_MAX', to: 'value > INT64_MAX + 1n' },
      exchanges: [
        puts([entry({ Detail: '{"n":9223372036854775807}' })], results('accepted')),
        puts([entry({ Detail: '{"n":9223372036854775808}' })], results(MALFORMED)),
      ],
    },
    {
      id: 'mixed-batch',
      what: 'Good entries beside failed ones are accepted; results keep the order of the entries, failures are counted.',
      ...recorded('one good entry, one without Source', '2025-11-06'),
      code: 'wire/encode.ts#resultsResponse',
      tests: ['service/entry-error.test.ts: good entries are taken, the order is kept, failures are counted'],
      mutant: { from: 'failed++;', to: 'failed = 1;' },
      exchanges: [
        puts(
          [entry(), entry({ Source: '' }), entry({ Detail: '[]' }), entry()],
          results('accepted', missing('Source'), MALFORMED, 'accepted'),
        ),
      ],
    },
    {
      id: 'failed-entry-shape',
      what: 'The result of a failed entry has `ErrorCode` and `ErrorMessage`, and no `EventId`.',
      ...recorded('one good entry, one with a JSON string as Detail', '2025-11-06'),
      code: 'wire/encode.ts#resultsResponse',
      tests: [REQUIRED_TEST],
      mutant: { from: 'JSON.stringify({ ErrorCode', to: "JSON.stringify({ EventId: '', ErrorCode" },
    },
    {
      id: 'all-failed',
      what: 'A request whose entries all fail is a 200, against the documentation.',
      ...recorded('malformed Detail MALFORMED_JSON'),
      code: 'engine/put-events.ts#PutEventsExchange',
      tests: ['service/entry-error.test.ts: all of them failing is a 200 still'],
      mutant: {
        file: 'wire/encode.ts',
        from: 'return jsonResponse(200, `{"Entries"',
        to: 'return jsonResponse(failed === results.length ? 400 : 200, `{"Entries"',
      },
      exchanges: [
        puts([entry({ Source: '' }), entry({ Detail: '' })], results(missing('Source'), missing('Detail'))),
      ],
    },
    {
      id: 'bus-missing',
      what: 'An event to a bus that does not exist is accepted, gets an id, and is dropped.',
      ...recorded('non-existent bus'),
      code: 'service/event-bus.ts#busExists',
      tests: ['service/accept-entry.test.ts: that does not exist takes the event, with an id, and loses it'],
      mutant: { from: 'buses === undefined || buses.has(bus)', to: 'buses !== null' },
      exchanges: [
        puts(
          [entry({ EventBusName: '{bus}-that-does-not-exist' }), entry()],
          results('accepted', 'accepted'),
        ),
      ],
    },
    {
      id: 'entry-error-codes',
      what: 'The codes that an entry can fail with are those of the API; `failEntry` refuses others.',
      ...documented(API.resultEntry),
      code: 'faults/entry-errors.ts#ENTRY_ERRORS',
      tests: [
        'fidelity/errors.test.ts: every code of an entry that the documentation has can be injected, and no other',
      ],
      mutant: { from: "RedactionFailure: 'The entry could not be redacted.',", to: '' },
    },
    {
      id: 'request-error-statuses',
      what: 'The errors of a whole request have the statuses of the API; most messages are inferred.',
      ...documented(API.putEvents),
      code: 'faults/request-errors.ts#REQUEST_ERRORS',
      tests: [
        'fidelity/errors.test.ts: every error of a request that the documentation has comes with its status',
      ],
      mutant: { from: 'ThrottlingException: [400,', to: 'ThrottlingException: [429,' },
    },
  ],
};
