import { list } from '../base/english.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { didYouMean } from '../base/suggestion.js';
import { DEFAULT_BUS } from '../service/event-bus.js';
import { EVENT_PROPERTIES, type EventProperty } from './event-properties.js';
import { checkKind } from './property-kinds.js';
import { refuseUnsupported } from './unsupported-values.js';
import { toValueTest } from './value-test.js';

/** The members that are cheapest to compare come first; a detail may have to be parsed. */
const CHEAPEST_FIRST: readonly EventProperty[] = [...EVENT_PROPERTIES].sort((a, b) => cost(a) - cost(b));

function cost(member: EventProperty): number {
  return member === 'detail' ? 1 : 0;
}

/**
 * The members that a partial event names.
 * @throws {FakeEventBridgeError} when there are none, or some that no event can have, or values that none can have there
 */
export function checkMatch(
  match: Record<string, unknown>,
  method: string,
  buses: ReadonlySet<string> | undefined,
): EventProperty[] {
  const keys = Object.keys(match);
  if (keys.length === 0) {
    throw wrongUse(
      `${method}: an empty match fits every event and proves nothing. Name something of the event, such as { detailType: "OrderPlaced" }.`,
    );
  }
  for (const key of keys) {
    if (!isMember(key)) {
      throw wrongUse(
        `${method}: an event has no "${key}".${didYouMean(alias(key), EVENT_PROPERTIES)} A match may name ${list(EVENT_PROPERTIES)}.`,
      );
    }
    if (match[key] === undefined && key !== 'traceHeader') {
      throw wrongUse(
        `${method}: "${key}" is undefined in the match, and no event has it so. Leave it out, or give a value.`,
      );
    }
    refuseUnsupported(match[key], method);
    checkKind(key, match[key], method);
    if (key === 'bus') checkBus(match[key], method, buses);
  }
  const { detail } = match;
  if (keys.length === 1 && isObject(detail) && toValueTest(detail) === undefined && isEmpty(detail)) {
    throw wrongUse(
      `${method}: an empty detail fits every event and proves nothing. Name something of it, such as { detail: { orderId: "o-1" } }.`,
    );
  }
  return CHEAPEST_FIRST.filter((member) => Object.hasOwn(match, member));
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0 && !('toJSON' in value);
}

/** Names of the request and of the envelope that are not near in letters. */
function alias(key: string): string {
  return key === 'EventBusName' || key === 'eventBusName' || key === 'eventBus' ? 'bus' : key;
}

function isMember(key: string): key is EventProperty {
  return EVENT_PROPERTIES.some((member) => member === key);
}

/**
 * Where the buses are declared, a match for another one could never match.
 * @throws {FakeEventBridgeError} naming the bus that was probably meant
 */
function checkBus(bus: unknown, method: string, buses: ReadonlySet<string> | undefined): void {
  if (typeof bus !== 'string' || buses === undefined || bus.startsWith('arn:')) return;
  const known = [DEFAULT_BUS, ...buses].map((name) => name.replace(/^arn:.*:event-bus\//, ''));
  if (known.includes(bus)) return;
  throw wrongUse(
    `${method}: the bus "${bus}" does not exist.${didYouMean(bus, known)} fakeEventBridge({ buses }) declares ${list(known)}.`,
  );
}
