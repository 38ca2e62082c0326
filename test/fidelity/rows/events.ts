import { API, documented, inferred, PAGES, reported, SNAPSHOTS } from '../evidence';
import { entry, puts, results } from '../exchange';
import type { Topic } from '../row';

export const events: Topic = {
  title: 'The events that come out',
  rows: [
    {
      id: 'event-id-format',
      what: 'An event id is 8-4-4-4-12 lower-case hexadecimal digits, and not a UUID of version 4.',
      ...reported('https://github.com/aws/aws-cli/issues/9186', '2026-11-23'),
      code: 'service/ids.ts#createEventIds',
      tests: ['service/accept-entry.test.ts: look like those of AWS, and are not UUIDs of version 4'],
      mutant: { from: 'looksLikeVersion4 ? second ^ 0x1000 : second', to: '(second & ~0xf000) | 0x4000' },
      exchanges: [puts([entry()], results('accepted'))],
    },
    {
      id: 'event-id-unique',
      what: 'Each event has an id of its own; it is the `id` of the envelope.',
      ...reported(SNAPSHOTS.events, '2025-01-08'),
      code: 'service/ids.ts#createEventIds',
      tests: ['service/accept-entry.test.ts: are unique, and the same for the same seed'],
      mutant: {
        from: 'return formatId(first, looksLikeVersion4 ? second ^ 0x1000 : second, third, fourth);',
        to: 'return formatId(0, 0, 0, 0);',
      },
    },
    {
      id: 'envelope-order',
      what: 'The envelope has `version` "0", and its properties in a fixed order.',
      ...reported(SNAPSHOTS.events, '2025-01-08'),
      code: 'service/envelope.ts#envelopeOf',
      tests: ['service/accept-entry.test.ts: has the properties and the order that a target receives'],
      mutant: { from: "version: '0' as const,", to: "version: '1' as never," },
    },
    {
      id: 'resources-default',
      what: 'An event without resources has an empty array of them.',
      ...reported(SNAPSHOTS.events, '2025-01-08'),
      code: 'service/sent-entry.ts#resources',
      tests: ['service/accept-entry.test.ts: has an empty array of resources when the entry names none'],
      mutant: { from: 'Resources = NO_RESOURCES', to: "Resources = ['']" },
    },
    {
      id: 'time-format',
      what: 'The `time` of an event is `YYYY-MM-DDThh:mm:ssZ`, in whole seconds.',
      ...reported(SNAPSHOTS.events, '2025-01-08'),
      code: 'service/accept-entry.ts#EventTimes',
      tests: ['service/accept-entry.test.ts: is the moment of the request when the entry has none'],
      mutant: { from: '.slice(0, -5)}Z`', to: '}`' },
    },
    {
      id: 'time-fraction',
      what: 'A fraction of a second is dropped, not rounded.',
      ...inferred('recorded is only that none is left'),
      code: 'service/accept-entry.ts#EventTimes',
      tests: ['service/accept-entry.test.ts: is in whole seconds, the fraction dropped'],
      mutant: { from: 'Math.floor(epochSeconds', to: 'Math.round(epochSeconds' },
    },
    {
      id: 'time-default',
      what: 'An entry without a `Time` gets the moment at which its request was received.',
      ...documented(API.entry),
      code: 'service/accept-entry.ts#EventTimes',
      tests: ['service/accept-entry.test.ts: is the moment of the request when the entry has none'],
      mutant: { from: 'now / 1000', to: '0' },
    },
    {
      id: 'bus-default',
      what: 'An entry that names no bus goes to `default`.',
      ...documented(API.entry),
      code: 'service/event-bus.ts#busName',
      tests: [
        'service/accept-entry.test.ts: is default, a name, or an ARN: the ARN of a bus and its name are one bus',
      ],
      mutant: { from: "DEFAULT_BUS = 'default'", to: "DEFAULT_BUS = 'main'" },
    },
    {
      id: 'bus-arn',
      what: 'The ARN of a bus and its name are one bus.',
      ...reported(SNAPSHOTS.crossAccount, '2024-07'),
      code: 'service/event-bus.ts#busName',
      tests: [
        'service/accept-entry.test.ts: is default, a name, or an ARN: the ARN of a bus and its name are one bus',
      ],
      mutant: {
        from: 'arnAccount === account ? name : nameOrArn',
        to: 'arnAccount !== account ? name : nameOrArn',
      },
    },
    {
      id: 'account-of-sender',
      what: 'An event to a bus of another account has the account of its publisher.',
      ...reported(SNAPSHOTS.crossAccount, '2024-07'),
      code: 'service/event-bus.ts#busName',
      tests: [
        'service/accept-entry.test.ts: of another account keeps its ARN; the event has the account of the publisher',
      ],
      mutant: { from: 'arnRegion === region && arnAccount === account', to: 'arnRegion === region' },
    },
    {
      id: 'region-of-client',
      what: 'The region of an event is the one that its client signed for.',
      ...inferred('AWS has an endpoint for each region'),
      code: 'wire/request.ts#Origins',
      tests: ['wire/request.test.ts: the region of an event is the one that its client signed for'],
      mutant: {
        from: 'if (region === undefined) return this.#fallback;',
        to: 'if (region !== null) return this.#fallback;',
      },
    },
    {
      id: 'trace-header-order',
      what: "The trace header of an entry goes before the request's.",
      ...documented(PAGES.xray),
      code: 'service/accept-entry.ts#traceHeaderOf',
      tests: ["service/accept-entry.test.ts: of the entry goes before the request's"],
      mutant: { from: 'ofEntry ?? ofRequest', to: 'ofRequest ?? ofEntry' },
    },
    {
      id: 'trace-header-invalid',
      what: 'A trace header that is not valid is dropped; the event is accepted.',
      ...documented(PAGES.xray),
      code: 'service/accept-entry.ts#traceHeaderOf',
      tests: ['service/accept-entry.test.ts: that is not valid is dropped, and the event is not'],
      mutant: { from: 'header !== undefined && X_RAY.test(header)', to: 'header !== undefined' },
      exchanges: [puts([entry({ TraceHeader: 'not a trace' })], results('accepted'))],
    },
  ],
};
