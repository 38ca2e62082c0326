import type { Row } from './row';

type RowId = Row['id'];

/** A shape in the schemas of the SDK, and the rows that would be out of date if it changed. */
interface Shape {
  readonly schema: string;
  /** Names of the properties, each with the number of its type; `'shape'` for a shape of its own. */
  readonly members: Readonly<Record<string, number | 'shape'>>;
  /** How many properties, the first ones, are required. */
  readonly required: number;
  readonly rows: readonly RowId[];
}

const STRING = 0;
const NUMBER = 1;
const BOOLEAN = 2;
const TIMESTAMP = 4;
const STRINGS = 64;

export const SHAPES: readonly Shape[] = [
  {
    schema: 'PutEventsRequest$',
    members: { Entries: 'shape', EndpointId: STRING },
    required: 1,
    rows: ['entries-required', 'unknown-properties'],
  },
  {
    schema: 'PutEventsRequestEntry$',
    members: {
      Time: TIMESTAMP,
      Source: STRING,
      Resources: STRINGS,
      DetailType: STRING,
      Detail: STRING,
      EventBusName: STRING,
      TraceHeader: STRING,
    },
    required: 0,
    rows: ['unknown-properties', 'string-expected', 'entries-not-array', 'time-string'],
  },
  {
    schema: 'PutEventsResponse$',
    members: { FailedEntryCount: NUMBER, Entries: 'shape' },
    required: 0,
    rows: ['success-body', 'mixed-batch'],
  },
  {
    schema: 'PutEventsResultEntry$',
    members: { EventId: STRING, ErrorCode: STRING, ErrorMessage: STRING },
    required: 0,
    rows: ['success-body', 'failed-entry-shape'],
  },
  {
    schema: 'TestEventPatternRequest$',
    members: { EventPattern: STRING, Event: STRING },
    required: 2,
    rows: ['pattern-and-event-required'],
  },
  {
    schema: 'TestEventPatternResponse$',
    members: { Result: BOOLEAN },
    required: 0,
    rows: ['pattern-verdict'],
  },
];

/** Errors that the SDK has a class for, by operation, with the side that they blame. */
export const ERRORS: readonly {
  readonly command: string;
  readonly errors: Readonly<Record<string, 'client' | 'server'>>;
  readonly rows: readonly RowId[];
}[] = [
  {
    command: 'PutEventsCommand',
    errors: { InternalException: 'server' },
    rows: ['request-error-statuses'],
  },
  {
    command: 'TestEventPatternCommand',
    errors: { InternalException: 'server', InvalidEventPatternException: 'client' },
    rows: ['pattern-refused'],
  },
];

/** What the SDK's own documentation says about limits. */
export const SENTENCES: readonly {
  readonly file: string;
  readonly sentence: string;
  readonly rows: readonly RowId[];
}[] = [
  {
    file: 'commands/PutEventsCommand.d.ts',
    sentence: 'the total entry size must be less than 1MB',
    rows: ['size-default', 'size-boundary'],
  },
  {
    file: 'commands/PutEventsCommand.d.ts',
    sentence:
      'a minimum value of -9,223,372,036,854,775,808 and a maximum value of 9,223,372,036,854,775,807',
    rows: ['detail-integer'],
  },
  {
    file: 'commands/PutEventsCommand.d.ts',
    sentence: 'will only process nested JSON up to 1000 levels deep',
    rows: ['detail-depth'],
  },
  {
    file: 'models/models_0.d.ts',
    sentence: 'Free-form string, with a maximum of 128 characters, used to decide what fields to expect',
    rows: ['detail-type-length'],
  },
  {
    file: 'models/models_0.d.ts',
    sentence: 'If you omit this, the default event bus is used.',
    rows: ['bus-default'],
  },
  {
    file: 'models/models_0.d.ts',
    sentence: 'If no time stamp is provided, the time stamp of the',
    rows: ['time-default'],
  },
];

/** The codes of failed entries, as the documentation of the result lists them. */
export const ENTRY_CODES = [
  'InternalFailure',
  'ThrottlingException',
  'AccessDeniedException',
  'InvalidAccountIdException',
  'InvalidArgument',
  'MalformedDetail',
  'RedactionFailure',
  'NotAuthorizedForSourceException',
  'NotAuthorizedForDetailTypeException',
] as const;
