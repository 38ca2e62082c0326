import { busNameViolations } from './event-bus.js';
import { entryAsJava, listAsJava } from './java-text.js';
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
  return violations.length === 0 ? undefined : joined(violations);
}

function entriesViolations(entries: PutEventsInput['entries'], limits: Limits): string[] {
  if (entries === undefined) return [violation(null, 'entries', 'Member must not be null')];
  const violations = listViolations(entries, limits);
  entries.forEach((entry, index) => {
    if (entry !== null && hasConstraints(entry))
      violations.push(...entryViolations(entry, `entries.${index + 1}.member`));
  });
  return violations;
}

/** The constraints that `Entries` breaks as a whole; AWS prints every entry in each of these (recorded for more than ten). */
function listViolations(entries: readonly (PutEventsEntry | null)[], { maxEntries }: Limits): string[] {
  const broken: string[] = [];
  if (entries.length < 1) broken.push('Member must have length greater than or equal to 1');
  if (entries.length > maxEntries) broken.push(`Member must have length less than or equal to ${maxEntries}`);
  if (entries.includes(null)) broken.push('Member must satisfy constraint: [Member must not be null]');
  if (broken.length === 0) return broken;
  const printed = listAsJava(entries.map((entry) => entry && entryAsJava(entry)));
  return broken.map((constraint) => violation(printed, 'entries', constraint));
}

/** The framework constrains these properties only; most entries have none of them. */
function hasConstraints({ EventBusName, TraceHeader, Resources }: PutEventsEntry): boolean {
  return EventBusName !== undefined || TraceHeader !== undefined || Resources !== undefined;
}

function entryViolations(entry: PutEventsEntry, path: string): string[] {
  const { EventBusName: busName, TraceHeader: traceHeader, Resources: resources } = entry;
  const violations: string[] = [];
  if (resources?.some((resource) => resource !== null && resource.length > MAX_RESOURCE)) {
    // The framework prints every constraint of an item. Their order is inferred.
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
  return ENDPOINT_ID_PATTERN.test(endpointId)
    ? violations
    : [patternViolation(endpointId, 'endpointId', ENDPOINT_ID), ...violations];
}
