import { isObject } from '../base/json/json.js';
import type { Resource } from './template.js';

/** A rule as a template declares it, before its functions are resolved. */
export interface RuleDeclaration {
  /** The logical id; SAM puts that of the function before that of the event. */
  readonly id: string;
  readonly name: unknown;
  readonly eventPattern: unknown;
  readonly schedule: unknown;
  readonly bus: unknown;
  readonly state: unknown;
  /** SAM's older way to write the state. */
  readonly enabled?: unknown;
}

/** The rules of a resource: CloudFormation's own, or the events of SAM's functions and state machines. */
export function ruleDeclarations(id: string, { type, properties }: Resource): readonly RuleDeclaration[] {
  if (type === 'AWS::Events::Rule') {
    return [
      {
        id,
        name: properties['Name'],
        eventPattern: properties['EventPattern'],
        schedule: properties['ScheduleExpression'],
        bus: properties['EventBusName'],
        state: properties['State'],
      },
    ];
  }
  if (type !== 'AWS::Serverless::Function' && type !== 'AWS::Serverless::StateMachine') return [];
  const events = isObject(properties['Events']) ? properties['Events'] : {};
  return Object.entries(events).flatMap(([eventId, event]) => samEvent(`${id}${eventId}`, event));
}

/** @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventbridgerule.html */
const SAM_RULES: readonly unknown[] = ['EventBridgeRule', 'CloudWatchEvent', 'Schedule'];

function samEvent(id: string, event: unknown): readonly RuleDeclaration[] {
  if (!isObject(event) || !SAM_RULES.includes(event['Type'])) return [];
  const properties = isObject(event['Properties']) ? event['Properties'] : {};
  return [
    {
      id,
      name: properties['RuleName'],
      eventPattern: properties['Pattern'],
      schedule: properties['Schedule'],
      bus: properties['EventBusName'],
      state: properties['State'],
      enabled: properties['Enabled'],
    },
  ];
}
