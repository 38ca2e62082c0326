import type { JsonObject } from '../base/json.js';
import type { AcceptedEvent } from './put-events-types.js';

/**
 * An event as the target of a rule receives it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
export interface EventEnvelope<DetailType extends string = string, Detail = JsonObject> {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': DetailType;
  readonly source: string;
  readonly account: string;
  /** `YYYY-MM-DDThh:mm:ssZ`. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Detail;
}

/**
 * The envelope's members in the order in which AWS sends them (recorded from raw queue messages).
 * @internal
 */
export function envelopeOf<Detail>(event: AcceptedEvent, detail: Detail): EventEnvelope<string, Detail> {
  return {
    version: '0',
    id: event.id,
    'detail-type': event.detailType,
    source: event.source,
    account: event.account,
    time: event.time,
    region: event.region,
    resources: event.resources,
    detail,
  };
}

/**
 * The envelope as the text that EventBridge sends: the detail as the publisher has written it.
 * @internal
 */
export function envelopeText(event: AcceptedEvent): string {
  const around = JSON.stringify(envelopeOf(event, undefined));
  return `${around.slice(0, -1)},"detail":${event.detailText}}`;
}
