import { isEventTime } from './accept-entry.js';
import { isDetail } from './detail.js';
import type { EntryError, Limits, PutEventsEntry } from './put-events-types.js';
import type { SentEntry } from './sent-entry.js';

const MAX_DETAIL_TYPE = 128;

/** Why EventBridge rejects an entry, in AWS's order of checks; `undefined` when it accepts it. */
export function entryErrorOf(entry: SentEntry, limits: Limits): EntryError | undefined {
  const { raw } = entry;
  const error = rulesError(raw);
  if (error !== undefined) return error;
  // An array, a string or a number as `Detail`: recorded as `MalformedDetail`.
  return isDetail(raw.Detail ?? '', entry.parsedDetail, limits.maxDetailDepth)
    ? undefined
    : { code: 'MalformedDetail', message: 'Detail is malformed.' };
}

/**
 * The checks of one entry, in AWS's order: the first that fails is the entry's error.
 * The content of the detail is checked afterwards, by `isDetail`.
 */
function rulesError(entry: PutEventsEntry): EntryError | undefined {
  return (
    required('Source', entry.Source) ??
    required('DetailType', entry.DetailType) ??
    detailTypeLength(entry.DetailType) ??
    required('Detail', entry.Detail) ??
    awsSource(entry.Source) ??
    nullResource(entry.Resources) ??
    time(entry.Time)
  );
}

/** "Parameter Source is not valid. Reason: Source is a required argument." (recorded; an empty text counts as none) */
function required(name: string, value: string | undefined): EntryError | undefined {
  if (value) return undefined;
  return invalidArgument(name, `${name} is a required argument.`);
}

/** A detail type holds at most 128 characters, and the entry fails inside a 200. The wording is inferred. */
function detailTypeLength(value: string | undefined): EntryError | undefined {
  if (value === undefined || value.length <= MAX_DETAIL_TYPE) return undefined;
  return invalidArgument('DetailType', `DetailType must not be longer than ${MAX_DETAIL_TYPE} characters.`);
}

/** Sources that begin with `aws.` belong to AWS (seen on AWS by six reports; case and dot inferred from its models). */
function awsSource(value: string | undefined): EntryError | undefined {
  if (!value?.startsWith('aws.')) return undefined;
  return { code: 'NotAuthorizedForSourceException', message: 'Not authorized for the source.' };
}

/** A `null` among the resources is a fault of the back end, not a validation error (aws/aws-sdk#39). */
function nullResource(resources: PutEventsEntry['Resources']): EntryError | undefined {
  if (!resources?.includes(null)) return undefined;
  return { code: 'InternalFailure', message: 'Internal Service Failure' };
}

/** A time beyond what a calendar holds. Inferred: AWS's answer to one is not known. */
function time(value: number | undefined): EntryError | undefined {
  if (value === undefined || isEventTime(value)) return undefined;
  return invalidArgument('Time', 'Time is out of range.');
}

function invalidArgument(parameter: string, reason: string): EntryError {
  return { code: 'InvalidArgument', message: `Parameter ${parameter} is not valid. Reason: ${reason}` };
}
