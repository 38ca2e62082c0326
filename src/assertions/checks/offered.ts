import { describeValue } from '../../base/describe-value.js';
import { wrongUse } from '../../base/errors.js';
import { isObject } from '../../base/json.js';
import { pair } from '../../base/maximum-matching.js';
import type { Ledger } from '../../journal/ledger.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import { EntryView } from '../../match/entry-view.js';
import type { EventView } from '../../match/event-view.js';
import type { PutEventsEntry } from '../../service/put-events-types.js';
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
  const { ledger, compileMatch } = context;
  if (offered === undefined) return { count: 0, lines: [] };
  if (typeof offered === 'number' && Number.isInteger(offered) && offered >= 0)
    return { count: Math.max(offered - ledger.events.length, 0), lines: [] };
  if (!Array.isArray(offered)) {
    throw wrongUse(
      `${method}: what was offered is a list of matches or entries, or how many events there were, not ${describeValue(offered)}.`,
    );
  }
  const entries = offered.filter(isEntry);
  const matches = offered.filter((offer) => !isEntry(offer)).map((match) => compileMatch(match, method));
  const lines = [
    ...entriesNeverSent(entries, ledger).map(describeEntry),
    ...withoutPartner(matches, matches.length > 0 ? viewsOf(ledger) : []).map(({ written }) =>
      printValue(written, 2),
    ),
  ];
  return { count: lines.length, lines };
}

function isEntry(offer: unknown): offer is OfferedEntry {
  return isObject(offer) && typeof offer['Detail'] === 'string';
}

function entriesNeverSent(offers: readonly OfferedEntry[], ledger: Ledger): PutEventsEntry[] {
  const left = new Map<string, number>();
  for (const { entry } of offers.length > 0 ? ledger.events : []) {
    const identity = ledger.identityOf(entry);
    left.set(identity, (left.get(identity) ?? 0) + 1);
  }
  return offers.map(onTheWire).filter((offer) => {
    const identity = ledger.identityOf(offer);
    const there = left.get(identity) ?? 0;
    left.set(identity, there - 1);
    return there <= 0;
  });
}

/** The SDK writes a `Time` as seconds since the epoch. */
function onTheWire({ Time, ...entry }: OfferedEntry): PutEventsEntry {
  return Time === undefined ? entry : { ...entry, Time: Time.getTime() / 1000 };
}

/** Every logical event, as the event that was published or would have been. */
function viewsOf(ledger: Ledger): EventView[] {
  return ledger.events.map(({ entry, received: [first] }) => {
    const published = first === undefined ? undefined : ledger.publishedAs(first);
    return published ?? new EntryView(entry, entry.EventBusName ?? 'default');
  });
}

/** The matches that no event is left for, when each event serves one match only. */
function withoutPartner(matches: readonly CompiledMatch[], events: readonly EventView[]): CompiledMatch[] {
  const { ofLeft } = pair(matches.length, events.length, (match, place) => {
    const event = events[place];
    return event !== undefined && matches[match]?.test(event) === true;
  });
  return matches.filter((_, index) => ofLeft[index] === undefined);
}
