import { envelopeJson } from '../service/envelope.js';
import { toEnvelope } from '../service/event-record.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { Deliveries } from './deliveries.js';
import type { Rule } from './rule.js';
import type { RuleRegistry } from './rule-registry.js';

/** A number with so many digits, or with an exponent, that parsing it may lose what EventBridge compares. */
const UNCOMMON_NUMBER = /[\d.]{16}|\d[eE]/;

/** Finds the rules that match each event on a bus, and sends the event on to their targets. */
export function dispatch(entries: readonly SentEntry[], rules: RuleRegistry, deliveries: Deliveries): void {
  if (rules.rules.length === 0) return;
  for (const entry of entries) {
    if (entry.accepted === undefined || entry.accepted.isDropped) continue;
    const candidates = rules.candidates(entry);
    if (candidates.length > 0) dispatchEvent(entry, candidates, rules, deliveries);
  }
}

function dispatchEvent(
  entry: SentEntry,
  candidates: readonly Rule[],
  rules: RuleRegistry,
  deliveries: Deliveries,
): void {
  const { detailJson = '' } = entry;
  const envelope = toEnvelope(entry);
  const json = UNCOMMON_NUMBER.test(detailJson) ? envelopeJson(envelope, detailJson) : undefined;
  const matching = candidates.filter(({ pattern }) =>
    json === undefined ? pattern.matchesValue(envelope) : pattern.matchesText(json),
  );
  rules.countHits(matching);
  const inOrder = rules.inOrder(matching);
  for (const rule of inOrder) deliveries.deliver(rule, envelope);
  entry.matchedRules = Object.freeze(inOrder.map(({ name }) => name));
}
