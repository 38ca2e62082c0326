import { wrongUse } from '../../base/errors.js';
import { canonicalJson } from '../../base/json/canonical-json.js';
import { describeValue } from '../../base/words/describe-value.js';
import type { PutEventsEntry } from '../../service/put-events-types.js';
import type { SentEntry } from '../../service/sent-entry.js';

/**
 * The properties that tracers write into the detail, other ones for each sending: Datadog's `_datadog`, and the names of W3C
 * Trace Context.
 * @see https://www.w3.org/TR/trace-context/
 */
const STAMPED_BY_TRACERS: readonly string[] = ['_datadog', 'traceparent', 'tracestate'];

/**
 * What two entries have in common when they are one logical event: region, bus, source, detail type, resources and the
 * detail as JSON. `Time`, the trace header and what tracers write into the detail are left out: they may be new in each
 * sending.
 */
export function identityOf({ raw, bus, region }: SentEntry): string {
  const { Source, DetailType, Resources = [], Detail } = raw;
  // An ARN says its region itself.
  const head = JSON.stringify([bus.startsWith('arn:') ? '' : region, bus, Source, DetailType, Resources]);
  return Detail === undefined ? head : `${head}${canonicalJson(Detail, tracesIn(Detail))}`;
}

function tracesIn(json: string): readonly string[] {
  return STAMPED_BY_TRACERS.filter((name) => json.includes(`"${name}"`));
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
    `identify must return a string for every entry. For an entry from ${source ?? '(no source)'} it returned ${describeValue(identity)}.`,
  );
}
