import type { EventView } from './event-view.js';

/** An event as a rule sees it, for matches in EventBridge's own language; an entry on its way has no id yet. */
export function envelopeOfView(event: EventView): Record<string, unknown> {
  return {
    version: '0',
    id: event.id,
    'detail-type': event.detailType,
    source: event.source,
    account: event.account,
    time: event.time,
    region: event.region,
    resources: event.resources,
    detail: event.detail,
  };
}
