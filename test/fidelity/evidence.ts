/** An answer of AWS in the recordings of this project's conformance tests. */
export const recorded = (name: string, date = '2025-01-08') =>
  ({ evidence: 'recorded', source: `recording: ${name}`, date }) as const;

/** An answer of AWS that somebody else has published. */
export const reported = (source: string, date: string) => ({ evidence: 'recorded', source, date }) as const;

export const documented = (source: string, date = '2026-11-23') =>
  ({ evidence: 'documented', source, date }) as const;

export const inferred = (source: string, date = '2026-11-23') =>
  ({ evidence: 'inferred', source, date }) as const;

const REFERENCE = 'https://docs.aws.amazon.com/eventbridge/latest/APIReference';
const GUIDE = 'https://docs.aws.amazon.com/eventbridge/latest/userguide';

export const API = {
  putEvents: `${REFERENCE}/API_PutEvents.html`,
  entry: `${REFERENCE}/API_PutEventsRequestEntry.html`,
  resultEntry: `${REFERENCE}/API_PutEventsResultEntry.html`,
  testEventPattern: `${REFERENCE}/API_TestEventPattern.html`,
} as const;

export const PAGES = {
  size: `${GUIDE}/eb-putevents.html#eb-putevent-size`,
  xray: `${GUIDE}/eb-related-service-xray.html`,
  operators: `${GUIDE}/eb-create-pattern-operators.html`,
} as const;

/** Answers of EventBridge in snapshots of LocalStack's tests, which ran on AWS. */
export const SNAPSHOTS = {
  events:
    'https://github.com/localstack/localstack/blob/main/tests/aws/services/events/test_events.snapshot.json',
  crossAccount:
    'https://github.com/localstack/localstack/blob/main/tests/aws/services/events/test_events_cross_account_region.snapshot.json',
} as const;

/** The model from which AWS's SDKs are generated. */
export const MODEL =
  'https://github.com/boto/botocore/blob/develop/botocore/data/events/2015-10-07/service-2.json';

/** Measured on another service that has the same front end. */
export const ATHENA = "answers of Athena, which has EventBridge's front end";

export const SISTERS = 'the same sentence of the framework on other services of AWS';

export const ENGINE = "AWS's open-source rule engine, https://github.com/aws/event-ruler";
