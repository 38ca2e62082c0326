import { freezeDeep } from '../base/json.js';
import { type EventEnvelope, envelopeOf, envelopeText } from '../service/envelope.js';
import type { AcceptedEvent } from '../service/put-events-types.js';
import type { Deliveries } from './deliveries.js';
import type { Rule } from './rule.js';
import type { RuleRegistry } from './rule-registry.js';

const NO_NAMES: readonly string[] = Object.freeze([]);

/** A number with so many digits, or with an exponent, that parsing it may lose what EventBridge compares. */
const UNCOMMON_NUMBER = /[\d.]{16}|\d[eE]/;

/**
 * Finds the rules that match an event, and sends it on to their targets.
 * @returns the names of the rules, in the order of their declaration
 */
export function route(event: AcceptedEvent, book: RuleRegistry, deliveries: Deliveries): readonly string[] {
  const candidates = book.candidates(event);
  if (candidates.length === 0) return NO_NAMES;
  const envelope: EventEnvelope = freezeDeep(envelopeOf(event, JSON.parse(event.detailText)));
  const text = UNCOMMON_NUMBER.test(event.detailText) ? envelopeText(event) : undefined;
  const matching = candidates.filter(({ pattern }: Rule) =>
    text === undefined ? pattern.matchesValue(envelope) : pattern.matchesText(text),
  );
  book.countHits(matching);
  const inOrder = book.inOrder(matching);
  for (const rule of inOrder) deliveries.deliver(rule, envelope);
  return Object.freeze(inOrder.map(({ name }) => name));
}
