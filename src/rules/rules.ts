import { CallSite } from '../base/call-site.js';
import type { EventCatalog } from '../base/catalog.js';
import { refuseExtraArguments } from '../base/errors.js';
import type { EventOf } from '../journal/event-of.js';
import { GrowingFilter } from '../journal/growing-filter.js';
import type { Journal } from '../journal/journal.js';
import { RecordList } from '../journal/record-list.js';
import type { CatalogPattern } from '../pattern/event-pattern.js';
import { checkBus } from '../service/check-bus.js';
import type { EventRecord } from '../service/event-record.js';
import type { SentEntry } from '../service/sent-entry.js';
import { checkRuleName, createRule } from './create-rule.js';
import { type Deliveries, failedDeliveries } from './deliveries.js';
import { checkTemplateOptions, type RuleOptions, type TemplateOptions } from './rule-options.js';
import { declareRulesFrom, type RulesFromTemplateDeps, type TemplateReport } from './rules-from-template.js';

/** One rule in a coverage report. */
export interface RuleCoverage {
  readonly name: string;
  readonly bus: string;
  /** How many events matched it, over the whole life of the fake: `reset()` does not change it. */
  readonly hits: number;
  readonly declaredAt?: string;
}

/** Rules: which events would reach a target. A rule belongs to one bus, and receives only the events of that bus. */
export interface Rules<Catalog extends EventCatalog> {
  /**
   * Declares a rule.
   * @param name its name, unique on its bus
   * @param eventPattern a pattern in EventBridge's own language, as an object or as a JSON string; if the fake has a
   * catalog, its fields complete
   * @throws {FakeEventBridgeError} when the pattern (with AWS's reason), the name or the bus is refused
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
   * @example
   * ```ts
   * eb.rule('big-orders', { source: ['shop.orders'], detail: { total: [{ numeric: ['>', 1000] }] } });
   * ```
   */
  rule(name: string, eventPattern: CatalogPattern<Catalog> | string, options?: RuleOptions): void;
  /**
   * Declares the rules of a template of CloudFormation or SAM, or of what CDK synthesizes, and adds the buses that it
   * creates. What is known only after deployment is reported, not guessed. The exceptions are `AWS::StackName`
   * (`test-stack` unless you pass it), `AWS::StackId` and `AWS::NotificationARNs` (none).
   * @param template the template as an object, or its content as a JSON string or (if the package `yaml` is installed) a
   * YAML string
   * @param options `parameters`: values of the template's parameters, instead of their defaults
   * @throws {FakeEventBridgeError} when it is not a template, has a cycle, or declares what `rule` refuses; then it
   * declares no rule
   * @example
   * ```ts
   * eb.rulesFrom(readFileSync('template.yaml', 'utf8'), { parameters: { Stage: 'test' } });
   * ```
   */
  rulesFrom(template: object | string, options?: TemplateOptions): TemplateReport;
  /** The published events that matched none of the declared rules. */
  unrouted(): readonly EventOf<Catalog>[];
  /** Every rule that was ever declared on this fake, before a `reset()` too, and how many events matched it. */
  ruleCoverage(): readonly RuleCoverage[];
  /**
   * Waits until the targets of all rules have run for all events so far, and for those that a target published.
   * @throws {AggregateError} with everything that targets threw
   */
  delivered(): Promise<void>;
}

/**
 * What the methods about rules need of the fake.
 * @internal
 */
export interface RulesDeps extends RulesFromTemplateDeps {
  readonly deliveries: Deliveries;
  readonly journal: Journal;
  /** Names and ARNs of the buses that exist beside `default`; `undefined` when every valid name exists. */
  readonly buses: ReadonlySet<string> | undefined;
}

/**
 * The methods about rules.
 * @internal
 */
export function createRules<Catalog extends EventCatalog>(deps: RulesDeps): Rules<Catalog> {
  const { registry, deliveries, journal, buses } = deps;
  const unroutedEvents = new GrowingFilter<SentEntry>(({ matchedRules }) => matchedRules.length === 0);
  const records = new RecordList<SentEntry, EventRecord>(({ eventRecord }) => eventRecord);

  function rule(...args: unknown[]): void {
    refuseExtraArguments('rule', ['name', 'eventPattern', 'options'], args);
    const [name, eventPattern, options = {}] = args;
    checkRuleName(name);
    const created = createRule(name, eventPattern, options, new CallSite(rule), registry);
    // Not in a template: there, a rule on a bus of another stack is not a mistake of the test.
    checkBus(created.bus, `rule "${name}"`, buses);
    registry.add(created);
  }
  function rulesFrom(...args: unknown[]): TemplateReport {
    refuseExtraArguments('rulesFrom', ['template', 'options'], args);
    const [template, options = {}] = args;
    const site = new CallSite(rulesFrom);
    return declareRulesFrom(template, checkTemplateOptions(options), site, deps);
  }
  function ruleCoverage(...args: unknown[]): readonly RuleCoverage[] {
    refuseExtraArguments('ruleCoverage', [], args);
    const rows = registry.coverage.map(({ name, bus, hits, site: { location } }) =>
      Object.freeze({ name, bus, hits, ...(location !== undefined && { declaredAt: location }) }),
    );
    return Object.freeze(rows);
  }
  async function delivered(...args: unknown[]): Promise<void> {
    refuseExtraArguments('delivered', [], args);
    await deliveries.settled();
    const { failed } = deliveries;
    if (failed.length === 0) return;
    throw new AggregateError(
      failed.map(({ error }) => error),
      failedDeliveries(deliveries),
    );
  }
  function unrouted(...args: unknown[]): readonly EventOf<Catalog>[] {
    refuseExtraArguments('unrouted', [], args);
    // The user says that the publisher keeps to the catalog.
    return records.read(unroutedEvents.of(journal.events)) as readonly EventOf<Catalog>[];
  }
  return {
    rule,
    rulesFrom,
    unrouted,
    ruleCoverage,
    delivered,
  };
}
