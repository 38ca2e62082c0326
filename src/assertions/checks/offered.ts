import { describeValue } from '../../base/describe-value.js';
import { wrongUse } from '../../base/errors.js';
import { isObject } from '../../base/json.js';
import { pair } from '../../base/maximum-matching.js';
import type { LogicalEvents } from '../../journal/logical-events.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import type { Origin } from '../../service/event-bus.js';
import type { PutEventsEntry } from '../../service/put-events-types.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { AssertionContext } from '../context.js';
import { describeEntry } from '../report/describe-sending.js';
import { printValue } from '../report/print-value.js';

/** An event that the test meant to publish, as `PutEvents` takes it. */
export interface OfferedEntry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly Resources?: readonly string[];
  readonly EventBusName?: string;
  readonly Time?: Date;
  readonly TraceHeader?: string;
}

/** What of the offered events was never sent at all. */
export interface NeverSent {
  readonly count: number;
  /** A line for each, where it is known which. */
  readonly lines: readonly string[];
}

/**
 * What was offered and never sent. Every offer needs a logical event of its own; one that was sent and then lost counts
 * here as sent.
 * @param offered how many events, or a list of matches and of entries
 */
export function neverSentOf(offered: unknown, context: AssertionContext, method: string): NeverSent {
  const { logicalEvents, compileMatch } = context;
  if (offered === undefined) return { count: 0, lines: [] };
  if (typeof offered === 'number' && Number.isInteger(offered) && offered >= 0)
    return { count: Math.max(offered - logicalEvents.all.length, 0), lines: [] };
  if (!Array.isArray(offered)) {
    throw wrongUse(
      `${method}: what was offered is a list of matches or entries, or how many events there were, not ${describeValue(offered)}.`,
    );
  }
  const offers = offered.map(
    (offer): Offer =>
      isEntry(offer) ? offeredEntry(offer, logicalEvents) : offeredMatch(compileMatch(offer, method)),
  );
  const sent = logicalEvents.all;
  const { ofLeft } = pair(offers.length, sent.length, (offer, index) => {
    const event = sent[index];
    return event !== undefined && offers[offer]?.fits(event.entry) === true;
  });
  const lines = offers.flatMap(({ description }, index) =>
    ofLeft[index] === undefined ? [description()] : [],
  );
  return { count: lines.length, lines };
}

/** What the test meant to publish, as an entry or as a match. */
interface Offer {
  readonly fits: (entry: SentEntry) => boolean;
  readonly description: () => string;
}

function offeredMatch(match: CompiledMatch): Offer {
  return { fits: (entry) => match.test(entry), description: () => printValue(match.written, 2) };
}

/** An entry is one logical event with what was sent if it would have the same identity in the same region. */
function offeredEntry(offered: OfferedEntry, logicalEvents: LogicalEvents): Offer {
  const raw = onTheWire(offered);
  const identities = new Map<Origin, string>();
  return {
    fits: (entry) => {
      const { origin } = entry;
      const identity = identities.get(origin) ?? logicalEvents.identityAs(raw, origin);
      identities.set(origin, identity);
      return identity === logicalEvents.identityOf(entry);
    },
    description: () => describeEntry(raw),
  };
}

function isEntry(offer: unknown): offer is OfferedEntry {
  return isObject(offer) && typeof offer['Detail'] === 'string';
}

/** The SDK writes a `Time` as seconds since the epoch. */
function onTheWire({ Time, ...entry }: OfferedEntry): PutEventsEntry {
  return Time === undefined ? entry : { ...entry, Time: Time.getTime() / 1000 };
}
