import { callSite, declaredAt } from '../base/call-site.js';
import type { EventCatalog } from '../base/catalog.js';
import { describeValue } from '../base/describe-value.js';
import { FakeEventBridgeError, wrongUse } from '../base/errors.js';
import {
  contentsOf,
  type TemplateContents,
  type UnresolvedInTemplate,
} from '../cloudformation/rules-in-template.js';
import { readTemplate } from '../cloudformation/template.js';
import type { EventOf } from '../journal/event-of.js';
import type { CatalogPattern } from '../pattern/event-pattern.js';
import { patternText } from '../pattern/pattern-text.js';
import { DEFAULT_BUS } from '../service/event-bus.js';
import { type Deliveries, failedDeliveries } from './deliveries.js';
import type { CompiledRulePattern, Rule } from './rule.js';
import { checkedOptions, checkedParameters, type RuleOptions } from './rule-options.js';
import type { RuleRegistry } from './rule-registry.js';

/** What was found in a template. */
export interface TemplateReport {
  /** The names of the rules that are declared now. */
  readonly rules: readonly string[];
  /** The names of the buses that the template creates: they are known now. */
  readonly buses: readonly string[];
  /** What could not be resolved, and so was left out. */
  readonly unresolved: readonly UnresolvedInTemplate[];
}

/** One rule in a coverage report. */
export interface RuleCoverage {
  readonly name: string;
  readonly bus: string;
  /** How many events matched it, over the whole life of the fake; resets do not count. */
  readonly hits: number;
  readonly declaredAt?: string;
}

/** Which rules would see an event. A rule belongs to one bus, and sees the events of that bus alone. */
export interface Rules<Catalog extends EventCatalog> {
  /**
   * Declares a rule.
   * @param name its name, unique on its bus
   * @param eventPattern a pattern in EventBridge's own language, as an object or as its JSON text; of a fake with a
   * catalogue its fields complete
   * @throws {FakeEventBridgeError} with AWS's reason when the pattern is not valid
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
   * @example
   * ```ts
   * eb.rule('big-orders', { source: ['shop.orders'], detail: { total: [{ numeric: ['>', 1000] }] } });
   * ```
   */
  rule(name: string, eventPattern: CatalogPattern<Catalog> | string, options?: RuleOptions): void;
  /**
   * Declares the rules of a template of CloudFormation or SAM, or of what CDK synthesises, and makes the buses that it
   * creates known. What only a deployment knows is reported, not guessed.
   * @param template the template as an object, or as its JSON or (with the package `yaml`) YAML text
   * @param options `parameters`: values of the template's parameters, before their defaults
   * @throws {FakeEventBridgeError} when it is no template, or one of its patterns is not valid
   * @example
   * ```ts
   * eb.rulesFrom(readFileSync('template.yaml', 'utf8'), { parameters: { Stage: 'test' } });
   * ```
   */
  rulesFrom(
    template: object | string,
    options?: { readonly parameters?: Readonly<Record<string, string>> },
  ): TemplateReport;
  /** The published events that matched none of the declared rules. */
  unrouted(): readonly EventOf<Catalog>[];
  /** Every rule that was declared on this fake, resets or not, and how many events matched it. */
  ruleCoverage(): readonly RuleCoverage[];
  /**
   * Waits until the targets of all rules have run for all events so far, and for those that a target published.
   * @throws {AggregateError} with everything that targets threw
   */
  delivered(): Promise<void>;
}

/**
 * What declaring rules needs of the fake.
 * @internal
 */
export interface RulesDeps {
  readonly book: RuleRegistry;
  readonly deliveries: Deliveries;
  readonly region: string;
  readonly account: string;
  /** @throws an error with AWS's sentence as its message */
  readonly compile: (pattern: string) => CompiledRulePattern;
  readonly unroutedEvents: () => readonly unknown[];
  readonly addBus: (name: string) => void;
}

const RULE_NAME = /^[.\-_A-Za-z0-9]{1,64}$/;

/**
 * The methods about rules.
 * @internal
 */
export function createRules<Catalog extends EventCatalog>(deps: RulesDeps): Rules<Catalog> {
  const { book, deliveries } = deps;

  function rule(name: string, eventPattern: object | string, options: RuleOptions = {}): void {
    checkName(name);
    book.add(declared(name, eventPattern, checkedOptions(name, options), callSite(rule)));
  }
  function declared(
    name: string,
    eventPattern: unknown,
    { bus, target }: RuleOptions,
    place: string | undefined,
  ): Rule {
    const onBus = bus ?? DEFAULT_BUS;
    const known = book.find(name, onBus);
    if (known !== undefined) {
      throw wrongUse(
        `rule: there is a rule "${name}" on the bus ${onBus} already${declaredAt(known.place)}.`,
      );
    }
    return { name, bus: onBus, pattern: compile(name, eventPattern, place), target, place };
  }
  function compile(name: string, eventPattern: unknown, place: string | undefined): CompiledRulePattern {
    try {
      return deps.compile(patternText(eventPattern, `rule "${name}"`));
    } catch (error) {
      if (error instanceof FakeEventBridgeError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw wrongUse(`rule "${name}"${declaredAt(place)}: ${reason}`);
    }
  }
  function rulesFrom(
    template: object | string,
    options: { readonly parameters?: Readonly<Record<string, string>> } = {},
  ): TemplateReport {
    const place = callSite(rulesFrom);
    const parameters = checkedParameters(options);
    const contents: TemplateContents = contentsOf(readTemplate(template, parameters), deps);
    // All or nothing: one bad pattern, and the template has declared no rule.
    const rules = contents.rules.map(({ name, logicalId, eventPattern, bus }) => {
      // AWS makes a name of a logical id, cut to length.
      if (name !== logicalId) checkName(name);
      return declared(name, eventPattern, { bus }, place);
    });
    const twice = rules.find((one, i) => rules.findIndex((other) => isSameRule(one, other)) !== i);
    if (twice !== undefined)
      throw wrongUse(`rulesFrom: the template has two rules "${twice.name}" on the bus ${twice.bus}.`);
    for (const bus of contents.buses) deps.addBus(bus);
    for (const one of rules) book.add(one);
    const { buses, unresolved } = contents;
    return Object.freeze({ rules: contents.rules.map(({ name }) => name), buses, unresolved });
  }
  async function delivered(): Promise<void> {
    await deliveries.settled();
    const { failed } = deliveries;
    if (failed.length === 0) return;
    throw new AggregateError(
      failed.map(({ error }) => error),
      failedDeliveries(deliveries),
    );
  }
  return {
    rule,
    rulesFrom,
    unrouted: () => deps.unroutedEvents() as readonly EventOf<Catalog>[],
    ruleCoverage: () =>
      book.coverage.map(({ name, bus, hits, place }) =>
        Object.freeze({ name, bus, hits, ...(place !== undefined && { declaredAt: place }) }),
      ),
    delivered,
  };
}

function checkName(name: unknown): void {
  if (typeof name === 'string' && RULE_NAME.test(name)) return;
  throw wrongUse(
    `rule: ${describeValue(name)} is no name of a rule: 1 to 64 letters, digits, dots, hyphens and underscores.`,
  );
}

function isSameRule(one: Rule, other: Rule): boolean {
  return one.name === other.name && one.bus === other.bus;
}
