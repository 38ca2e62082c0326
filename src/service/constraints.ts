import { busNameViolations } from './event-bus.js';
import type { Limits, PutEventsEntry, PutEventsInput } from './put-events-types.js';
import { joined, lengthViolations, patternViolation, violation } from './violations.js';

const MAX_TRACE_HEADER = 500;
const MAX_RESOURCE = 2048;
const MAX_ENDPOINT_ID = 50;
const ENDPOINT_ID = '^[A-Za-z0-9\\-]+[\\.][A-Za-z0-9\\-]+$';
const ENDPOINT_ID_PATTERN = new RegExp(ENDPOINT_ID);

/**
 * What the API framework refuses before the service sees the request, joined as AWS joins it:
 * "N validation errors detected: <first>; <second>" (recorded on the same service with three of them).
 * @returns the message of the `ValidationException`, or `undefined` when the request is in order
 */
export function violationsOf(input: PutEventsInput, limits: Limits): string | undefined {
  const violations = [...entriesViolations(input.entries, limits), ...endpointIdViolations(input.endpointId)];
  return joined(violations);
}

function entriesViolations(entries: PutEventsInput['entries'], limits: Limits): string[] {
  if (entries === undefined) return [violation(null, 'entries', 'Member must not be null')];
  const violations: string[] = [];
  if (entries.length < 1) {
    violations.push(violation('[]', 'entries', 'Member must have length greater than or equal to 1'));
  }
  if (entries.length > limits.maxEntries) {
    const constraint = `Member must have length less than or equal to ${limits.maxEntries}`;
    violations.push(violation(`[${entries.map(entryAsJava).join(', ')}]`, 'entries', constraint));
  }
  if (entries.includes(null)) {
    violations.push(
      violation(
        `[${entries.map(entryAsJava).join(', ')}]`,
        'entries',
        'Member must satisfy constraint: [Member must not be null]',
      ),
    );
  }
  entries.forEach((entry, index) => {
    if (entry !== null) violations.push(...entryViolations(entry, `entries.${index + 1}.member`));
  });
  return violations;
}

function entryViolations(entry: PutEventsEntry, path: string): string[] {
  const { EventBusName: busName, TraceHeader: traceHeader, Resources: resources } = entry;
  const violations: string[] = [];
  // The request's usual case has none of the three: no work then.
  if (resources?.some((resource) => resource !== null && resource.length > MAX_RESOURCE)) {
    // The framework prints every constraint of the member; only their wording is known, not their order.
    const constraint = `Member must satisfy constraint: [Member must have length less than or equal to ${MAX_RESOURCE}, Member must have length greater than or equal to 0]`;
    violations.push(violation(listAsJava(resources), `${path}.resources`, constraint));
  }
  if (busName !== undefined) violations.push(...busNameViolations(busName, `${path}.eventBusName`));
  if (traceHeader !== undefined) {
    violations.push(...lengthViolations(traceHeader, `${path}.traceHeader`, 1, MAX_TRACE_HEADER));
  }
  return violations;
}

function endpointIdViolations(endpointId: string | undefined): string[] {
  if (endpointId === undefined) return [];
  const violations = lengthViolations(endpointId, 'endpointId', 1, MAX_ENDPOINT_ID);
  if (!ENDPOINT_ID_PATTERN.test(endpointId))
    violations.unshift(patternViolation(endpointId, 'endpointId', ENDPOINT_ID));
  return violations;
}

/**
 * An entry as AWS prints it in the message about more than ten of them (recorded in this order, the last two
 * members being the server's own).
 */
function entryAsJava(entry: PutEventsEntry | null): string {
  if (entry === null) return 'null';
  const members = [
    `time=${entry.Time === undefined ? 'null' : timeAsJava(entry.Time)}`,
    `source=${entry.Source ?? 'null'}`,
    `resources=${entry.Resources === undefined ? 'null' : listAsJava(entry.Resources)}`,
    `detailType=${entry.DetailType ?? 'null'}`,
    `detail=${entry.Detail ?? 'null'}`,
    `eventBusName=${entry.EventBusName ?? 'null'}`,
    `traceHeader=${entry.TraceHeader ?? 'null'}`,
    'kmsKeyIdentifier=null',
    'internalMetadata=null',
  ];
  return `PutEventsRequestEntry(${members.join(', ')})`;
}

function listAsJava(list: readonly (string | null)[]): string {
  return `[${list.map((item) => item ?? 'null').join(', ')}]`;
}

/** `java.util.Date#toString` in UTC. Inferred: the recording holds only `time=null`. */
function timeAsJava(epochSeconds: number): string {
  const time = new Date(epochSeconds * 1000);
  if (Number.isNaN(time.getTime())) return String(epochSeconds);
  const [weekday, day, month, year, clock] = time.toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${day} ${clock} UTC ${year}`;
}
