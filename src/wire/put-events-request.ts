import type { PutEventsEntry, PutEventsInput } from '../service/put-events-types.js';
import { listMember, readBody, stringMember, structure, timestampMember } from './members.js';

/**
 * The input of `PutEvents` from the body of a request. Members that the API does not know are ignored, `null` ones
 * are absent.
 * @throws {SerializationError} when a member has another type than the API's
 */
export function readPutEvents(body: string): PutEventsInput {
  const { Entries, EndpointId } = readBody(body);
  const entries = listMember(Entries)?.map(readEntry);
  const endpointId = stringMember(EndpointId);
  return {
    ...(entries !== undefined && { entries }),
    ...(endpointId !== undefined && { endpointId }),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Members in the order of AWS's model, as the SDK sends them. */
function readEntry(value: unknown): PutEventsEntry | null {
  const members = structure(value);
  if (members === null) return null;
  const entry: Mutable<PutEventsEntry> = {};
  const time = timestampMember(members['Time']);
  if (time !== undefined) entry.Time = time;
  const source = stringMember(members['Source']);
  if (source !== undefined) entry.Source = source;
  const resources = listMember(members['Resources']);
  if (resources !== undefined) entry.Resources = resources.map((resource) => stringMember(resource) ?? null);
  const detailType = stringMember(members['DetailType']);
  if (detailType !== undefined) entry.DetailType = detailType;
  const detail = stringMember(members['Detail']);
  if (detail !== undefined) entry.Detail = detail;
  const busName = stringMember(members['EventBusName']);
  if (busName !== undefined) entry.EventBusName = busName;
  const traceHeader = stringMember(members['TraceHeader']);
  if (traceHeader !== undefined) entry.TraceHeader = traceHeader;
  return entry;
}
