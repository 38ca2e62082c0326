import type { CallSite } from '../base/call-site.js';
import { envelopeJson } from '../service/envelope.js';
import { isOnBus } from '../service/event-bus.js';
import { toEnvelope } from '../service/event-record.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { Deliveries } from './deliveries.js';
import type { Rule } from './rule.js';
import { RuleIndex } from './rule-index.js';

/** A number with so many digits, or with an exponent, that parsing it may lose what EventBridge compares. */
const UNCOMMON_NUMBER = /[\d.]{16}|\d[eE]/;

/** How many events a rule has matched, over the whole life of the fake. */
export interface RuleHits {
  readonly name: string;
  readonly bus: string;
  /** The line that declared it last. */
  readonly site: CallSite;
  hits: number;
}

/** The declared rules of one fake. */
export class RuleRegistry {
  #rules: Rule[] = [];
  /** The position of each in the order of declaration, by its key. */
  readonly #positions = new Map<string, number>();
  readonly #buses = new Map<string, RuleIndex<Rule>>();
  /** Not cleared: the rules of a test are declared again before each. */
  readonly #hits = new Map<string, RuleHits>();

  get rules(): readonly Rule[] {
    return this.#rules;
  }

  /** Every rule that was ever declared, and how many events it matched. */
  get coverage(): readonly RuleHits[] {
    return [...this.#hits.values()];
  }

  find(name: string, bus: string): Rule | undefined {
    const position = this.#positions.get(ruleKey({ name, bus }));
    return position === undefined ? undefined : this.#rules[position];
  }

  add(rule: Rule): void {
    const { name, bus, site } = rule;
    const key = ruleKey(rule);
    const index = this.#buses.get(bus) ?? new RuleIndex<Rule>();
    index.add(rule.pattern.text, rule);
    this.#buses.set(bus, index);
    this.#positions.set(key, this.#rules.length);
    this.#rules.push(rule);
    this.#hits.set(key, { name, bus, site, hits: this.#hits.get(key)?.hits ?? 0 });
  }

  /** Finds the rules that match each event on a bus, and sends the event on to their targets. */
  dispatch(entries: readonly SentEntry[], deliveries: Deliveries): void {
    if (this.#rules.length === 0) return;
    for (const entry of entries) {
      if (entry.accepted === undefined || entry.accepted.isDropped) continue;
      const candidates = this.#candidates(entry);
      if (candidates.length > 0) this.#dispatchEvent(entry, candidates, deliveries);
    }
  }

  #dispatchEvent(entry: SentEntry, candidates: readonly Rule[], deliveries: Deliveries): void {
    const { detailJson = '' } = entry;
    const envelope = toEnvelope(entry);
    const json = UNCOMMON_NUMBER.test(detailJson) ? envelopeJson(envelope, detailJson) : undefined;
    const matching = candidates.filter(({ pattern }) =>
      json === undefined ? pattern.matchesValue(envelope) : pattern.matchesText(json),
    );
    this.#countHits(matching);
    const inOrder = this.#inOrder(matching);
    for (const rule of inOrder) deliveries.deliver(rule, envelope);
    entry.matchedRules = Object.freeze(inOrder.map(({ name }) => name));
  }

  /** The rules on the bus of an event that may match its source and its detail type. */
  #candidates(event: SentEntry): readonly Rule[] {
    const { source = '', detailType = '' } = event;
    const found: Rule[] = [];
    // A test has few buses; a rule names its bus by name or by ARN.
    for (const [bus, index] of this.#buses)
      if (isOnBus(event, bus)) found.push(...index.candidates(source, detailType));
    return found;
  }

  #countHits(rules: readonly Rule[]): void {
    for (const rule of rules) {
      const hits = this.#hits.get(ruleKey(rule));
      if (hits !== undefined) hits.hits++;
    }
  }

  /** Some of the rules, in the order of their declaration. */
  #inOrder(rules: readonly Rule[]): readonly Rule[] {
    if (rules.length < 2) return rules;
    const position = (rule: Rule) => this.#positions.get(ruleKey(rule)) ?? 0;
    return [...rules].sort((a, b) => position(a) - position(b));
  }

  /** Forgets the rules, and keeps how many events they matched. */
  clear(): void {
    this.#rules = [];
    this.#positions.clear();
    this.#buses.clear();
  }
}

/** Identifies a rule: its name is unique on its bus. */
export function ruleKey({ name, bus }: Pick<Rule, 'name' | 'bus'>): string {
  return `${bus}\n${name}`;
}
