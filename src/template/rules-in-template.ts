import { isObject } from '../json.js';
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
      if (!(error instanceof Unresolved)) throw error;
      unresolved.push({ resource, why: error.what });
      return undefined;
    }
  };
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
    ruleSources(id, resource).flatMap((source) => attempt(id, () => ruleFrom(source, stack)) ?? []),
  );
  return { rules, buses: [...buses.values()].map(({ name }) => name), unresolved };
}

/** Where a rule is written down, before anything in it is resolved. */
interface RuleSource {
  readonly id: string;
  readonly name: unknown;
  readonly eventPattern: unknown;
  readonly bus: unknown;
  readonly state: unknown;
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
    const { RuleName, Pattern, EventBusName, State } = isObject(event['Properties'])
      ? event['Properties']
      : {};
    return [
      { id: `${id}${eventId}`, name: RuleName, eventPattern: Pattern, bus: EventBusName, state: State },
    ];
  });
}

function ruleFrom({ id, name, eventPattern, bus, state }: RuleSource, stack: Stack): TemplateRule[] {
  // A schedule matches no events, and a disabled rule neither.
  if (eventPattern === undefined || resolve(state, stack) === 'DISABLED') return [];
  const busName = bus === undefined ? 'default' : resolve(bus, stack);
  if (typeof busName !== 'string') throw new Unresolved(`the bus of the rule ${id} is no name`);
  return [{ name: nameOf(name, id, stack), eventPattern: resolve(eventPattern, stack), bus: busName }];
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
