import type { ServiceContext } from './put-events-types.js';
import { lengthViolations, patternViolation } from './violations.js';

const MAX_BUS_NAME = 1600;

/** AWS's own pattern for `EventBusName` (its service model of 2025-05-28). */
const BUS_NAME = '(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\.\\-_A-Za-z0-9]+';
const BUS_NAME_PATTERN = new RegExp(`^(?:${BUS_NAME})$`);
const BUS_ARN_PATTERN = /^arn:aws[\w-]*:events:([\w-]+):([0-9]{12}):event-bus\/(.+)$/;

/** The bus of an entry that names none. */
const DEFAULT_BUS = 'default';

/** What the framework has against a bus name: first its characters, then its length (the order AWS was recorded in). */
export function busNameViolations(name: string, path: string): string[] {
  // A name of the usual shape breaks nothing, and most entries carry one.
  if (name.length <= MAX_BUS_NAME && BUS_NAME_PATTERN.test(name)) return [];
  const violations = BUS_NAME_PATTERN.test(name) ? [] : [patternViolation(name, path, BUS_NAME)];
  return [...violations, ...lengthViolations(name, path, 1, MAX_BUS_NAME)];
}

/** Whether AWS would take this as the name or the ARN of a bus. */
export function isBusName(name: string): boolean {
  return busNameViolations(name, '').length === 0;
}

/**
 * The bus that an entry goes to. A name and the ARN of the same bus are one bus (recorded); a bus of another
 * account or region keeps its ARN as its name, for two accounts may have buses of one name.
 */
export function findBus(
  nameOrArn: string | undefined,
  { region, account, buses }: Pick<ServiceContext, 'region' | 'account' | 'buses'>,
): { readonly name: string; readonly exists: boolean } {
  const name = busName(nameOrArn, region, account);
  return { name, exists: name === DEFAULT_BUS || buses === undefined || buses.has(name) };
}

/** The name under which the events of a bus are recorded. */
export function busName(nameOrArn: string | undefined, region: string, account: string): string {
  if (nameOrArn === undefined) return DEFAULT_BUS;
  if (!nameOrArn.startsWith('arn:')) return nameOrArn;
  const [, arnRegion, arnAccount, name] = BUS_ARN_PATTERN.exec(nameOrArn) ?? [];
  return name !== undefined && arnRegion === region && arnAccount === account ? name : nameOrArn;
}
