import { lengthViolations, patternViolation } from './validation/violations.js';

const MAX_BUS_NAME = 1600;

/** AWS's own pattern for `EventBusName` (its service model of 2025-05-28). */
const BUS_NAME = '(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\.\\-_A-Za-z0-9]+';
const BUS_NAME_PATTERN = new RegExp(`^(?:${BUS_NAME})$`);
const BUS_ARN_PATTERN = /^arn:aws[\w-]*:events:([\w-]+):([0-9]{12}):event-bus\/(.+)$/;

/** The bus of an entry that names none. */
export const DEFAULT_BUS = 'default';

/** The region and the account that a request was sent to. A name of a bus has a meaning only there. */
export interface Origin {
  readonly region: string;
  readonly account: string;
}

/** What the framework has against a bus name: first its characters, then its length (the order AWS was recorded in). */
export function busNameViolations(name: string, path: string): string[] {
  // Most entries carry a valid name.
  if (isBusName(name)) return [];
  const violations = BUS_NAME_PATTERN.test(name) ? [] : [patternViolation(name, path, BUS_NAME)];
  return [...violations, ...lengthViolations(name, path, 1, MAX_BUS_NAME)];
}

/** Whether AWS accepts this as the name or the ARN of a bus. */
export function isBusName(name: string): boolean {
  return name.length <= MAX_BUS_NAME && BUS_NAME_PATTERN.test(name);
}

/**
 * The name of a bus as records have it. A name and the ARN of the same bus are one bus (recorded). A bus of another
 * account or region keeps its ARN, because two of them may have buses of one name.
 */
export function busName(nameOrArn: string | undefined, { region, account }: Origin): string {
  if (nameOrArn === undefined) return DEFAULT_BUS;
  if (!nameOrArn.startsWith('arn:')) return nameOrArn;
  const [, arnRegion, arnAccount, name] = BUS_ARN_PATTERN.exec(nameOrArn) ?? [];
  return name !== undefined && arnRegion === region && arnAccount === account ? name : nameOrArn;
}

/**
 * Whether something is on the bus that a test names. A name means the bus of that name in whatever region the
 * event is; an ARN means one bus alone.
 */
export function isOnBus(
  event: { readonly bus: string; readonly origin: Origin },
  nameOrArn: string,
): boolean {
  return (
    event.bus === nameOrArn ||
    (nameOrArn.startsWith('arn:') && event.bus === busName(nameOrArn, event.origin))
  );
}

/**
 * Whether a bus exists. AWS accepts an event to one that does not, and drops it.
 * @param buses names and ARNs of the buses that exist beside `default`; `undefined` when every valid name exists
 */
export function busExists(bus: string, origin: Origin, buses: ReadonlySet<string> | undefined): boolean {
  if (bus === DEFAULT_BUS || buses === undefined || buses.has(bus)) return true;
  for (const known of buses) if (known.startsWith('arn:') && busName(known, origin) === bus) return true;
  return false;
}
