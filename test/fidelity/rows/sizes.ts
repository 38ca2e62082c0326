import { documented, inferred, PAGES, recorded, reported } from '../evidence';
import { entry, puts, refuses } from '../exchange';
import type { Topic } from '../row';

const FORMULA_TEST =
  'service/validation/request-error.test.ts: a time counts 14 bytes, resources count, the bus name and the trace header do not';
const BOUNDARY_TEST =
  'service/validation/request-error.test.ts: 1,048,576 bytes over all entries are taken, one more is not';

export const sizes: Topic = {
  title: 'Size',
  rows: [
    {
      id: 'size-message',
      what: 'A request over the limit is refused with `Total size of the entries in the request is over the limit.`',
      ...recorded('over the size limit (recorded when the limit was 262144 bytes: use a limit of 262144)'),
      code: 'service/validation/request-error.ts#requestErrorOf',
      tests: [BOUNDARY_TEST],
      mutant: {
        from: "Total size of the entries in the request is over the limit.')",
        to: "Total size of the entries is over the limit.')",
      },
      exchanges: [
        puts(
          [entry({ Detail: `{"a":"${'x'.repeat(1_048_576)}"}` })],
          refuses('ValidationException', 'Total size of the entries in the request is over the limit.'),
        ),
      ],
    },
    {
      id: 'size-boundary',
      what: '1,048,576 bytes are accepted, one more is not.',
      ...inferred('one report of tests on AWS; its pages say "less than 1MB"', '2026-03-28'),
      code: 'service/validation/request-error.ts#isOverSize',
      tests: [BOUNDARY_TEST],
      mutant: { from: 'return bytes > maxBytes;', to: 'return bytes >= maxBytes;' },
    },
    {
      id: 'size-default',
      what: 'The limit is 1,048,576 bytes; an option gives the 262,144 of regions that kept them.',
      ...documented(PAGES.size),
      code: 'options.ts#DEFAULT_LIMITS',
      tests: [BOUNDARY_TEST],
      mutant: { from: 'maxRequestBytes: 1_048_576,', to: 'maxRequestBytes: 1_048_577,' },
    },
    {
      id: 'size-time',
      what: 'A `Time` counts 14 bytes, however it is written.',
      ...documented(PAGES.size),
      code: 'service/validation/request-error.ts#entrySize',
      tests: [FORMULA_TEST],
      mutant: { from: 'TIME_BYTES = 14', to: 'TIME_BYTES = 13' },
    },
    {
      id: 'size-resources',
      what: 'Each resource counts; the name of the bus and the trace header do not.',
      ...documented(PAGES.size),
      code: 'service/validation/request-error.ts#entrySize',
      tests: [FORMULA_TEST],
      mutant: { from: 'for (const resource of Resources) size += utf8Length(resource);', to: 'size += 0;' },
    },
    {
      id: 'size-utf8',
      what: 'Strings count in bytes of UTF-8, not in characters.',
      ...documented(PAGES.size),
      code: 'service/validation/request-error.ts#utf8Length',
      tests: ['service/validation/request-error.test.ts: bytes are bytes of UTF-8, not characters'],
      mutant: { from: "Buffer.byteLength(text, 'utf8') : 0", to: 'text.length : 0' },
    },
    {
      id: 'body-too-large',
      what: 'A body far over the limit is answered with an empty 413, without a request id.',
      ...reported('https://github.com/boto/boto3/issues/3411', '2026-11-23'),
      code: 'wire/encode.ts#tooLargeResponse',
      tests: ['engine/max-body-bytes.test.ts: is empty, without a request id, and is recorded'],
      mutant: { from: 'statusCode: 413,', to: 'statusCode: 400,' },
    },
    {
      id: 'body-threshold',
      what: 'The 413 begins beyond ten times the limit and 4096 bytes an entry: no request within the limit gets it.',
      ...inferred('where AWS begins is not known'),
      code: 'engine/max-body-bytes.ts#maxBodyBytes',
      tests: [
        'engine/max-body-bytes.test.ts: is not for a request within the limit, however small the limit is: names of properties do not count',
        'engine/max-body-bytes.test.ts: a body far beyond the limit is cut off with an empty 413',
      ],
      mutant: { from: 'UNCOUNTED_BYTES_PER_ENTRY = 4096', to: 'UNCOUNTED_BYTES_PER_ENTRY = 40' },
    },
  ],
};
