import { list } from '../base/english.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { didYouMean } from '../base/suggestion.js';
import { conditionOf } from './conditions.js';
import { EVENT_MEMBERS, type EventMember } from './event-view.js';
import { checkKind } from './member-kinds.js';
import { refuseInside } from './refused-values.js';

/** The members that are cheapest to compare come first; a detail may have to be parsed. */
const CHEAPEST_FIRST: readonly EventMember[] = [...EVENT_MEMBERS].sort((a, b) => cost(a) - cost(b));

function cost(member: EventMember): number {
  return member === 'detail' ? 1 : 0;
}

/**
 * The members that a partial event names.
 * @throws {FakeEventBridgeError} when there are none, or some that no event can have, or values that none can have there
 */
export function checkedMembers(match: Record<string, unknown>, method: string): EventMember[] {
  const keys = Object.keys(match);
  if (keys.length === 0) {
    throw wrongUse(
      `${method}: an empty match fits every event and proves nothing. Name something of the event, such as { detailType: "OrderPlaced" }.`,
    );
  }
  for (const key of keys) {
    if (!isMember(key)) {
      throw wrongUse(
        `${method}: an event has no "${key}".${didYouMean(alias(key), EVENT_MEMBERS)} A match may name ${list(EVENT_MEMBERS)}.`,
      );
    }
    if (match[key] === undefined && key !== 'traceHeader') {
      throw wrongUse(
        `${method}: "${key}" is undefined in the match, and no event has it so. Leave it out, or give a value.`,
      );
    }
    refuseInside(match[key], method);
    checkKind(key, match[key], method);
  }
  const { detail } = match;
  if (keys.length === 1 && isObject(detail) && conditionOf(detail) === undefined && isEmpty(detail)) {
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

function isMember(key: string): key is EventMember {
  return EVENT_MEMBERS.some((member) => member === key);
}
