import { isObject } from '../json.js';
import type { EventEnvelope } from '../service/envelope.js';
import type { Rule } from './rule.js';

/** How often a rule has been hit, over the whole life of the fake. */
export interface RuleHits {
  readonly name: string;
  readonly bus: string;
  /** The line that declared it, last. */
  readonly place: string | undefined;
  hits: number;
}

/** The rules of one bus: those that can match only certain sources, by source, and all others. */
interface BusRules {
  readonly bySource: Map<string, Rule[]>;
  readonly others: Rule[];
}

/** The declared rules of one fake. */
export class RuleBook {
  #rules: Rule[] = [];
  #buses = new Map<string, BusRules>();
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
    const rules = this.#rulesOf(rule.bus);
    const sources = sourcesOf(rule.pattern.text);
    if (sources === undefined) rules.others.push(rule);
    for (const source of sources ?? [])
      rules.bySource.set(source, [...(rules.bySource.get(source) ?? []), rule]);
    const { name, bus, place } = rule;
    this.#hits.set(keyOf(rule), { name, bus, place, hits: this.#hits.get(keyOf(rule))?.hits ?? 0 });
  }

  /** The rules that match an event on a bus, in the order of their declaration; counts the hits. */
  match(bus: string, event: EventEnvelope): readonly Rule[] {
    const rules = this.#buses.get(bus);
    if (rules === undefined) return NONE;
    const candidates = [...(rules.bySource.get(event.source) ?? NONE), ...rules.others];
    const matching = candidates.filter(({ pattern }) => pattern.matchesValue(event));
    for (const rule of matching) {
      const hits = this.#hits.get(keyOf(rule));
      if (hits !== undefined) hits.hits++;
    }
    return matching.length < 2 ? matching : this.#rules.filter((rule) => matching.includes(rule));
  }

  /** Forgets the rules; how often they were hit stays. */
  clear(): void {
    this.#rules = [];
    this.#buses = new Map();
  }

  #rulesOf(bus: string): BusRules {
    const known = this.#buses.get(bus);
    if (known !== undefined) return known;
    const rules: BusRules = { bySource: new Map(), others: [] };
    this.#buses.set(bus, rules);
    return rules;
  }
}

const NONE: readonly Rule[] = Object.freeze([]);

function keyOf({ name, bus }: Rule): string {
  return `${bus}\n${name}`;
}

/** The sources that a pattern asks for, when it names them exactly: nearly every pattern does. */
function sourcesOf(pattern: string): readonly string[] | undefined {
  const parsed: unknown = JSON.parse(pattern);
  const sources = isObject(parsed) ? parsed['source'] : undefined;
  if (!Array.isArray(sources) || '$or' in (parsed as object)) return undefined;
  return sources.every((source) => typeof source === 'string') ? [...new Set(sources)] : undefined;
}
