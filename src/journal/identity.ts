import { canonicalJson } from '../base/canonical-json.js';
import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { busName } from '../service/event-bus.js';
import type { PutEventsEntry } from '../service/put-events-types.js';

/**
 * What two entries have in common when they are one logical event: bus, source, detail type, resources and the detail
 * as JSON. `Time` and the trace header are left out, for a publisher may stamp each sending anew.
 * @param region the region that the request was sent to: each has a `default` bus of its own
 */
export function identityOf(entry: PutEventsEntry, region: string, account: string): string {
  const bus = busName(entry.EventBusName, region, account);
  const { Source, DetailType, Resources = [], Detail } = entry;
  const head = JSON.stringify([bus.startsWith('arn:') ? '' : region, bus, Source, DetailType, Resources]);
  return Detail === undefined ? head : `${head}${canonicalJson(Detail)}`;
}

/**
 * The user's own word on which entries are one.
 * @throws {FakeEventBridgeError} when it is no text
 */
export function identityByUser(identify: (entry: PutEventsEntry) => unknown, entry: PutEventsEntry): string {
  const identity = identify(entry);
  if (typeof identity === 'string') return identity;
  throw wrongUse(
    `identify must return a text for every entry; for one from ${entry.Source ?? 'no source'} it returned ${describeValue(identity)}.`,
  );
}
