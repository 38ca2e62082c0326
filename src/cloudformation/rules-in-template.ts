import { isObject } from '../base/json.js';
import { holds } from './conditions.js';
import { resolve, type Stack } from './intrinsics.js';
import type { Resource, Template } from './template.js';
import { Unresolved } from './unresolved.js';

/**
 * A rule that a template declares.
 * @internal
 */
export interface TemplateRule {
  /** Its own name, or the logical id that AWS makes a name of. */
  readonly name: string;
  readonly logicalId: string;
  readonly eventPattern: unknown;
  /** The name or the ARN of its bus. */
  readonly bus: string;
}

/** Something of a template that cannot be taken over, and why. */
export interface UnresolvedInTemplate {
  /** The logical id. */
  readonly resource: string;
  readonly why: string;
}

/**
 * What a template says about EventBridge.
 * @internal
 */
export interface TemplateContents {
  readonly rules: readonly TemplateRule[];
  readonly buses: readonly string[];
  readonly unresolved: readonly UnresolvedInTemplate[];
}

/**
 * Finds rules and buses in a template: CloudFormation's own, and the events of SAM's functions and state machines.
 * @internal
 */
export function contentsOf(
  template: Template,
  { region, account }: Pick<Stack, 'region' | 'account'>,
): TemplateContents {
  const unresolved: UnresolvedInTemplate[] = [];
  const buses = new Map<string, { name: string; arn: string }>();
  const stack: Stack = { template, region, account, busOf: (id) => buses.get(id) };
  /** Runs what may need something that only a deployment knows. */
  const attempt = <T>(resource: string, run: () => T): T | undefined => {
    try {
      return run();
    } catch (error) {
      unresolved.push({ resource, why: whyUnresolved(error) });
      return undefined;
    }
  };
  for (const resource of template.macros) unresolved.push({ resource, why: MACRO });
  const existing = [...template.resources].filter(
    ([id, { condition }]) =>
      condition === undefined || attempt(id, () => holds({ Condition: condition }, stack)) === true,
  );
  for (const [id, { type, properties }] of existing) {
    if (type !== 'AWS::Events::EventBus') continue;
    const name = attempt(id, () => resolve(properties['Name'], stack));
    if (typeof name === 'string')
      buses.set(id, { name, arn: `arn:aws:events:${region}:${account}:event-bus/${name}` });
  }
  const rules = existing.flatMap(([id, resource]) =>
    ruleSources(id, resource).flatMap((source) => attempt(source.id, () => ruleFrom(source, stack)) ?? []),
  );
  return { rules, buses: [...buses.values()].map(({ name }) => name), unresolved };
}

const MACRO =
  'what it makes is not known from the template; give the template as CloudFormation has processed it';

/** @throws what is a defect, and nothing about the template */
function whyUnresolved(error: unknown): string {
  if (error instanceof Unresolved) return error.what;
  // The stack is exhausted: CloudFormation takes no template of such a depth either.
  if (error instanceof RangeError) return 'it is nested too deep, or refers to itself';
  throw error;
}

/** Where a rule is written down, before anything in it is resolved. */
interface RuleSource {
  readonly id: string;
  readonly name: unknown;
  readonly eventPattern: unknown;
  readonly bus: unknown;
  readonly state: unknown;
  /** SAM's older way to say the state. */
  readonly enabled?: unknown;
}

function ruleSources(id: string, { type, properties }: Resource): RuleSource[] {
  if (type === 'AWS::Events::Rule') {
    const { Name, EventPattern, EventBusName, State } = properties;
    return [{ id, name: Name, eventPattern: EventPattern, bus: EventBusName, state: State }];
  }
  if (type !== 'AWS::Serverless::Function' && type !== 'AWS::Serverless::StateMachine') return [];
  const events = isObject(properties['Events']) ? properties['Events'] : {};
  return Object.entries(events).flatMap(([eventId, event]) => {
    if (!isObject(event) || !(event['Type'] === 'EventBridgeRule' || event['Type'] === 'CloudWatchEvent'))
      return [];
    const { RuleName, Pattern, EventBusName, State, Enabled } = isObject(event['Properties'])
      ? event['Properties']
      : {};
    return [
      {
        id: `${id}${eventId}`,
        name: RuleName,
        eventPattern: Pattern,
        bus: EventBusName,
        state: State,
        enabled: Enabled,
      },
    ];
  });
}

function ruleFrom(source: RuleSource, stack: Stack): TemplateRule[] {
  const { id, name, state, enabled } = source;
  // A schedule matches no events, and a disabled rule neither.
  if (source.eventPattern === undefined || resolve(state, stack) === 'DISABLED') return [];
  if (String(resolve(enabled, stack)) === 'false') return [];
  const eventPattern = resolve(source.eventPattern, stack);
  if (eventPattern === undefined) return [];
  const bus = resolve(source.bus, stack);
  const busName = bus === undefined ? 'default' : bus;
  if (typeof busName !== 'string') throw new Unresolved(`the bus of the rule ${id} is no name`);
  return [{ name: nameOf(name, id, stack), logicalId: id, eventPattern, bus: busName }];
}

/** A name only labels the rule: where it cannot be known, the logical id does. */
function nameOf(name: unknown, id: string, stack: Stack): string {
  try {
    const resolved = resolve(name, stack);
    return typeof resolved === 'string' ? resolved : id;
  } catch (error) {
    if (error instanceof Unresolved) return id;
    throw error;
  }
}
