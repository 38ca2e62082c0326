import { API, ATHENA, documented, inferred, reported } from '../evidence';
import { type Exchange, entry, refuses, results, sends } from '../exchange';
import type { Topic } from '../row';

const JSON_ERRORS = documented('https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html');
const MEASURED = inferred(ATHENA, '2026-09-23');
const NO_INPUT_TEST = 'wire/decode.test.ts: %s: %s';
const WRONG_TYPE = 'SerializationException';
const wrong = (...pairs: readonly (readonly [property: string, message: string])[]): Exchange[] =>
  pairs.map(([property, message]) => sends(`{"Entries":[{${property}}]}`, refuses(WRONG_TYPE, message)));

export const wire: Topic = {
  title: 'On the wire',
  rows: [
    {
      id: 'success-body',
      what: 'The body of an answer is compact JSON, `Entries` first: 85 bytes for one event.',
      ...reported('https://github.com/pulumi/examples', '2026-11-23'),
      code: 'wire/encode.ts#resultsResponse',
      tests: ['wire/encode.test.ts: is the 85 bytes that were seen on AWS'],
      mutant: {
        from: '`{"Entries":[${entries}],"FailedEntryCount":${failed}}`',
        to: '`{"FailedEntryCount":${failed},"Entries":[${entries}]}`',
      },
      exchanges: [sends(JSON.stringify({ Entries: [entry()] }), results('accepted'))],
    },
    {
      id: 'response-headers',
      what: 'Answers carry `x-amzn-requestid`, `content-type` and `content-length`.',
      ...documented(API.putEvents),
      code: 'wire/encode.ts#stringResponse',
      tests: ['wire/encode.test.ts: is the 85 bytes that were seen on AWS'],
      mutant: { from: "'x-amzn-requestid': requestId,", to: "'x-request': requestId," },
      exchanges: [
        sends('{"Entries":[]}', {
          status: 400,
          headers: ['x-amzn-requestid', 'content-type', 'content-length'],
        }),
      ],
    },
    {
      id: 'request-id-format',
      what: 'A request id is a UUID of version 4.',
      ...inferred("samples on AWS's pages"),
      code: 'service/ids.ts#createRequestIds',
      tests: ['service/ids.test.ts: are UUIDs of version 4, unlike event ids'],
      mutant: { from: '(second & ~0xf000) | 0x4000', to: '(second & ~0xf000) | 0x1000' },
    },
    {
      id: 'error-body',
      what: 'The body of an error has its name in `__type` and a `message`.',
      ...JSON_ERRORS,
      code: 'wire/encode.ts#errorResponse',
      tests: ['service/validation/request-error.test.ts: none, or null'],
      mutant: { from: '{ __type: code, message };', to: '{ code, message };' },
    },
    {
      id: 'body-not-json',
      what: 'A body that is not a JSON object is refused without a message.',
      ...MEASURED,
      code: 'wire/decode.ts#parseBody',
      tests: ['wire/decode.test.ts: %j: no message'],
      mutant: {
        from: 'if (!isObject(value)) throw new SerializationError(undefined);',
        to: "if (!isObject(value)) throw new SerializationError('not JSON');",
      },
      exchanges: ['', 'null', '"text"', '{"Entries":[],}', '42'].map((body) =>
        sends(body, refuses(WRONG_TYPE)),
      ),
    },
    {
      id: 'body-array',
      what: 'A body that is an array: `Start of list found where not expected`.',
      ...MEASURED,
      code: 'wire/decode.ts#parseBody',
      tests: [NO_INPUT_TEST],
      mutant: {
        from: "if (Array.isArray(value)) throw new SerializationError('Start of list found where not expected');\n  if (!isObject(value)) throw new SerializationError(undefined);",
        to: 'if (!isObject(value)) throw new SerializationError(undefined);',
      },
      exchanges: [sends('[]', refuses(WRONG_TYPE, 'Start of list found where not expected'))],
    },
    {
      id: 'entries-not-array',
      what: 'A string where an array belongs: `Expected list or null`.',
      ...MEASURED,
      code: 'wire/decode.ts#asArray',
      tests: [NO_INPUT_TEST],
      mutant: { from: "'Expected list or null'", to: "'Expected list'" },
      exchanges: [
        sends('{"Entries":"x"}', refuses(WRONG_TYPE, 'Expected list or null')),
        ...wrong(['"Resources":"x"', 'Expected list or null']),
      ],
    },
    {
      id: 'entry-not-object',
      what: 'A string where a structure belongs: `Expected null`.',
      ...MEASURED,
      code: 'wire/decode.ts#toEntry',
      tests: [NO_INPUT_TEST],
      mutant: { from: "'Expected null'", to: "'Expected structure or null'" },
      exchanges: [sends('{"Entries":["x"]}', refuses(WRONG_TYPE, 'Expected null'))],
    },
    {
      id: 'string-expected',
      what: 'A number or a boolean where a string belongs: `NUMBER_VALUE can not be converted to a String`.',
      ...MEASURED,
      code: 'wire/decode.ts#notConvertible',
      tests: [NO_INPUT_TEST],
      mutant: {
        from: '_VALUE can not be converted to ${wanted}',
        to: '_VALUE cannot be converted to ${wanted}',
      },
      exchanges: wrong(
        ['"Source":5', 'NUMBER_VALUE can not be converted to a String'],
        ['"Source":true', 'TRUE_VALUE can not be converted to a String'],
        ['"Source":false', 'FALSE_VALUE can not be converted to a String'],
      ),
    },
    {
      id: 'object-for-string',
      what: 'An object where a string belongs, such as a `Detail` that nobody stringified: `Start of structure or map found where not expected.`',
      ...MEASURED,
      code: 'wire/decode.ts#notConvertible',
      tests: [
        NO_INPUT_TEST,
        'wire/decode.test.ts: a detail given as an object gets as far as the SDK lets it: to AWS, which refuses it',
      ],
      mutant: {
        from: 'structure or map found where not expected.',
        to: 'structure or map found where not expected',
      },
      exchanges: wrong(
        ['"Detail":{"a":1}', 'Start of structure or map found where not expected.'],
        ['"Detail":[1]', 'Start of list found where not expected'],
      ),
    },
    {
      id: 'time-string',
      what: 'A `Time` that is a string is refused.',
      ...inferred('a publisher that sends one must not look right'),
      code: 'wire/decode.ts#asTimestamp',
      tests: ['service/accept-entry.test.ts: that is not a number never gets to the service'],
      mutant: {
        from: "if (typeof value === 'number') return value;\n  throw",
        to: "if (typeof value !== 'object') return Number(value);\n  throw",
      },
      exchanges: wrong([
        '"Time":"2026-01-01T00:00:00Z"',
        'STRING_VALUE can not be converted to milliseconds since epoch',
      ]),
    },
    {
      id: 'unknown-properties',
      what: 'Properties that the API does not know are ignored.',
      ...MEASURED,
      code: 'wire/decode.ts#copyEntry',
      tests: ['wire/decode.test.ts: unknown properties are ignored'],
      mutant: {
        from: 'default:\n        return false;',
        to: "default:\n        throw new SerializationError('unknown');",
      },
      exchanges: [
        sends(JSON.stringify({ Entries: [{ ...entry(), Extra: 1 }], Other: {} }), results('accepted')),
      ],
    },
    {
      id: 'unknown-operation',
      what: 'A target that is not an operation, in lower case or without its service, is refused without a message.',
      ...MEASURED,
      code: 'wire/request.ts#isOperation',
      tests: ['wire/request.test.ts: %s: no message, and nothing recorded'],
      mutant: { from: 'return TARGET.test(target);', to: "return target !== '';" },
      exchanges: ['AWSEvents.putEvents', 'PutEvents'].map((target) => ({
        ...sends('{}', refuses('UnknownOperationException')),
        headers: { 'x-amz-target': target },
      })),
    },
    {
      id: 'other-content-type',
      what: 'Another content type is answered with a 404 in XML.',
      ...MEASURED,
      code: 'wire/request.ts#isAwsJson',
      tests: ['wire/request.test.ts: %s is another'],
      mutant: {
        from: 'contentType === AWS_JSON || mediaTypeOf(contentType) === AWS_JSON',
        to: "contentType.includes('json')",
      },
      exchanges: [
        {
          ...sends('{}', { status: 404, body: '<UnknownOperationException/>\n' }),
          headers: { 'content-type': 'application/x-amz-json-1.0' },
        },
      ],
    },
    {
      id: 'response-date',
      gap: true,
      what: 'Answers carry the `Date` of the server.',
      why: 'A test may fake the clock, and the SDK takes a date that is off for a skewed clock and retries.',
      ...documented(API.putEvents),
      exchanges: [sends('{"Entries":[]}', { status: 400, headers: ['date'] })],
    },
    {
      id: 'signature-checked',
      gap: true,
      what: 'A request without a signature is refused with `MissingAuthenticationTokenException`.',
      why: 'Any credentials are good in a test; `failRequest` injects the errors of signatures and permissions.',
      ...documented('https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html'),
      exchanges: [
        {
          ...sends('{"Entries":[]}', {
            status: 400,
            body: '{"__type":"MissingAuthenticationTokenException","message":"Missing Authentication Token"}',
          }),
          isUnsigned: true,
        },
      ],
    },
    {
      id: 'other-operations',
      gap: true,
      what: 'EventBridge has many other operations.',
      why: 'The fake has `PutEvents` and `TestEventPattern`; it answers others with 501 and an error that names them.',
      ...documented('https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Operations.html'),
      exchanges: [{ operation: 'ListEventBuses', body: '{"Limit":1}', answer: { status: 200 } }],
    },
  ],
};
