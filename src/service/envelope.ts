import type { JsonObject } from '../base/json/json.js';

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
 * What an envelope is made of, beside the detail. An entry on its way has no id and no time yet.
 * @internal
 */
export interface EnvelopeSource<Given extends string | undefined = string, Resource = string> {
  readonly id: Given;
  readonly source: Given;
  readonly detailType: Given;
  readonly time: Given;
  readonly region: string;
  readonly account: string;
  readonly resources: readonly Resource[];
}

/**
 * The envelope's properties in the order in which AWS sends them (recorded from raw queue messages).
 * @internal
 */
export function envelopeOf<Detail, Given extends string | undefined, Resource>(
  event: EnvelopeSource<Given, Resource>,
  detail: Detail,
) {
  return {
    version: '0' as const,
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
 * The envelope as the JSON string that EventBridge sends: the detail as the publisher wrote it.
 * @internal
 */
export function envelopeJson(envelope: EventEnvelope, detailJson: string): string {
  const around = JSON.stringify({ ...envelope, detail: undefined });
  return `${around.slice(0, -1)},"detail":${detailJson}}`;
}
