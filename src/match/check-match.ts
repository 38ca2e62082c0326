import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { list } from '../base/words/english.js';
import { didYouMean } from '../base/words/suggestion.js';
import { checkBus } from '../service/check-bus.js';
import { EVENT_PROPERTIES, type EventProperty } from './event-properties.js';
import { checkKind } from './property-kinds.js';
import { refuseUnsupported } from './unsupported-values.js';
import { toValueTest } from './value-test.js';

/** A detail may have to be parsed, so it is compared last. */
const CHEAPEST_FIRST: readonly EventProperty[] = [
  ...EVENT_PROPERTIES.filter((property) => property !== 'detail'),
  'detail',
];

/**
 * The properties that a partial event has.
 * @throws {FakeEventBridgeError} when it has none, or some that no event can have, or values that no event can have there
 */
export function checkMatch(
  match: Record<string, unknown>,
  method: string,
  buses: ReadonlySet<string> | undefined,
): EventProperty[] {
  const keys = Object.keys(match);
  if (keys.length === 0) {
    throw wrongUse(
      `${method}: an empty match fits every event and proves nothing. Name at least one property, such as { detailType: "OrderPlaced" }.`,
    );
  }
  for (const key of keys) {
    if (!isEventProperty(key)) {
      throw wrongUse(
        `${method}: an event has no property "${key}".${didYouMean(alias(key), EVENT_PROPERTIES)} A match may have ${list(EVENT_PROPERTIES)}.`,
      );
    }
    if (match[key] === undefined && key !== 'traceHeader') {
      throw wrongUse(
        `${method}: "${key}" is undefined in the match, but every event has a value there. Leave the property out, or give it a value.`,
      );
    }
    refuseUnsupported(match[key], method, [key]);
    checkKind(key, match[key], method);
    const value = match[key];
    if (key === 'bus' && typeof value === 'string') checkBus(value, method, buses);
  }
  const { detail } = match;
  if (keys.length === 1 && isObject(detail) && toValueTest(detail) === undefined && isEmpty(detail)) {
    throw wrongUse(
      `${method}: an empty detail fits every event and proves nothing. Name at least one property, such as { detail: { orderId: "o-1" } }.`,
    );
  }
  return CHEAPEST_FIRST.filter((property) => Object.hasOwn(match, property));
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0 && !('toJSON' in value);
}

/** Names of the request and of the envelope that are not near in letters. */
function alias(key: string): string {
  return key === 'EventBusName' || key === 'eventBusName' || key === 'eventBus' ? 'bus' : key;
}

function isEventProperty(key: string): key is EventProperty {
  return EVENT_PROPERTIES.some((property) => property === key);
}
