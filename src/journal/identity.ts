import { canonicalJson } from '../base/canonical-json.js';
import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import type { PutEventsEntry } from '../service/put-events-types.js';
import type { SentEntry } from '../service/sent-entry.js';

/**
 * What two entries have in common when they are one logical event: region, bus, source, detail type, resources and the
 * detail as JSON. `Time` and the trace header are left out, because a publisher may stamp each sending anew.
 */
export function identityOf({ raw, bus, region }: SentEntry): string {
  const { Source, DetailType, Resources = [], Detail } = raw;
  // An ARN says its region itself.
  const head = JSON.stringify([bus.startsWith('arn:') ? '' : region, bus, Source, DetailType, Resources]);
  return Detail === undefined ? head : `${head}${canonicalJson(Detail)}`;
}

/**
 * The identity that the option `identify` gives an entry.
 * @throws {FakeEventBridgeError} when it is not a string
 */
export function identityByUser(
  identify: (entry: PutEventsEntry) => unknown,
  { entry, source }: SentEntry,
): string {
  const identity = identify(entry);
  if (typeof identity === 'string') return identity;
  throw wrongUse(
    `identify must return a string for every entry, but for an entry from ${source ?? '(no source)'} it returned ${describeValue(identity)}.`,
  );
}
