import { isOnBus } from '../service/event-bus.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { Rule } from './rule.js';
import { RuleIndex } from './rule-index.js';

/** How often a rule has been hit, over the whole life of the fake. */
export interface RuleHits {
  readonly name: string;
  readonly bus: string;
  /** The line that declared it, last. */
  readonly place: string | undefined;
  hits: number;
}

/** The declared rules of one fake. */
export class RuleRegistry {
  #rules: Rule[] = [];
  #buses = new Map<string, RuleIndex<Rule>>();
  /** Survives `clear`, for the rules of a test are declared anew before each. */
  readonly #hits = new Map<string, RuleHits>();

  get rules(): readonly Rule[] {
    return this.#rules;
  }

  /** Every rule that was ever declared, and how often an event matched it. */
  get coverage(): readonly RuleHits[] {
    return [...this.#hits.values()];
  }

  find(name: string, bus: string): Rule | undefined {
    return this.#rules.find((rule) => rule.name === name && rule.bus === bus);
  }

  add(rule: Rule): void {
    this.#rules.push(rule);
    const index = this.#buses.get(rule.bus) ?? new RuleIndex<Rule>();
    this.#buses.set(rule.bus, index);
    index.add(rule.pattern.text, rule);
    const { name, bus, place } = rule;
    this.#hits.set(keyOf(rule), { name, bus, place, hits: this.#hits.get(keyOf(rule))?.hits ?? 0 });
  }

  /** The rules on the bus of an event that may match it, for all that its source and its detail type say. */
  candidates(event: SentEntry): readonly Rule[] {
    const { source = '', detailType = '' } = event;
    const found: Rule[] = [];
    // A test has few buses; a rule names its bus by name or by ARN.
    for (const [bus, index] of this.#buses)
      if (isOnBus(event, bus)) found.push(...index.candidates(source, detailType));
    return found;
  }

  countHits(rules: readonly Rule[]): void {
    for (const rule of rules) {
      const hits = this.#hits.get(keyOf(rule));
      if (hits !== undefined) hits.hits++;
    }
  }

  /** Some of the rules, in the order of their declaration. */
  inOrder(rules: readonly Rule[]): readonly Rule[] {
    if (rules.length < 2) return rules;
    const all = new Set(rules);
    return this.#rules.filter((rule) => all.has(rule));
  }

  /** Forgets the rules; how often they were hit stays. */
  clear(): void {
    this.#rules = [];
    this.#buses = new Map();
  }
}

function keyOf({ name, bus }: Rule): string {
  return `${bus}\n${name}`;
}
