import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { conditionOf } from './conditions.js';
import type { EventMember } from './event-view.js';

/** What a pattern calls the members that it can ask for, where a list is how it asks. */
const IN_A_PATTERN: Readonly<Partial<Record<EventMember, string>>> = {
  source: 'source',
  detailType: '"detail-type"',
  id: 'id',
  region: 'region',
  account: 'account',
};

/**
 * Whether a member of an event can ever have such a value: one that cannot would make every claim about what was not
 * published hold.
 * @throws {FakeEventBridgeError} when it cannot
 */
export function checkKind(member: EventMember, value: unknown, method: string): void {
  if (value === undefined || conditionOf(value) !== undefined || (isObject(value) && 'toJSON' in value))
    return;
  switch (member) {
    case 'time':
      return;
    case 'detail':
      if (typeof value === 'string') {
        throw wrongUse(
          `${method}: detail is compared parsed, so it is never a text. Give the object itself, or compare the text with detailText.`,
        );
      }
      if (!isObject(value)) {
        throw wrongUse(
          `${method}: the detail of every event is an object, so it is never ${describeValue(value)}. Give the object, in part.`,
        );
      }
      return;
    case 'resources':
      if (Array.isArray(value)) return;
      throw wrongUse(
        `${method}: resources is a list of texts, so it is never ${describeValue(value)}. Give the whole list, or a predicate: (resources) => resources.includes("…").`,
      );
    default:
      if (typeof value === 'string') return;
      throw wrongUse(
        `${method}: ${member} is a text, so it is never ${describeValue(value)}.${instead(member, value)}`,
      );
  }
}

/** What was meant, when it is the list of a pattern. */
function instead(member: EventMember, value: unknown): string {
  const name = IN_A_PATTERN[member];
  if (!Array.isArray(value) || name === undefined) return ' Give a text, an expression or a predicate.';
  return ` Give the text alone; where it is meant as a pattern of EventBridge, write pattern({ ${name}: [${value.map((each) => JSON.stringify(each)).join(', ')}] }).`;
}
