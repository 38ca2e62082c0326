import { wrongUse } from '../errors.js';
import type { Ledger } from '../journal/ledger.js';
import { isObject } from '../json.js';
import type { CompiledMatch } from '../match/compile-match.js';
import { EntryView } from '../match/entry-view.js';
import type { EventView } from '../match/event-view.js';
import type { PutEventsEntry } from '../service/put-events-types.js';
import { describeValue } from '../words.js';
import type { ClaimContext } from './context.js';
import { describeEntry } from './describe-sending.js';
import { printValue } from './print-value.js';

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
export function neverSentOf(offered: unknown, context: ClaimContext, method: string): NeverSent {
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

/**
 * The matches that no event is left for, when each event serves one match only. An event that several matches could
 * have goes to where it leaves the fewest without.
 */
function withoutPartner(matches: readonly CompiledMatch[], events: readonly EventView[]): CompiledMatch[] {
  const takenBy = new Map<number, CompiledMatch>();
  const holds = new Map<CompiledMatch, number>();
  const take = (match: CompiledMatch, index: number) => {
    takenBy.set(index, match);
    holds.set(match, index);
  };
  // Most publishers keep the order of what they were offered, or nearly so: look first where the last one was found.
  let next = 0;
  const takeFree = (match: CompiledMatch): boolean => {
    for (const index of outward(next, events.length)) {
      const event = events[index];
      if (event === undefined || takenBy.has(index) || !match.test(event)) continue;
      take(match, index);
      next = index + 1;
      return true;
    }
    return false;
  };
  /** Takes an event from another match that can do with another one, which may take one from a third, and so on. */
  const takeOver = (match: CompiledMatch): boolean => {
    const wantedBy = new Map<number, CompiledMatch>();
    const wanting = [match];
    for (const wants of wanting) {
      for (const [index, event] of events.entries()) {
        if (wantedBy.has(index) || !wants.test(event)) continue;
        wantedBy.set(index, wants);
        const holder = takenBy.get(index);
        if (holder !== undefined) {
          wanting.push(holder);
          continue;
        }
        for (let free: number | undefined = index; free !== undefined; ) {
          const taker = wantedBy.get(free);
          if (taker === undefined) break;
          const given = holds.get(taker);
          take(taker, free);
          free = given;
        }
        return true;
      }
    }
    return false;
  };
  return matches.filter((match) => !takeFree(match) && !takeOver(match));
}

/** The numbers below a length: first the one to start at, then by their distance from it. */
function* outward(start: number, length: number): Generator<number> {
  for (let distance = 0; distance < length; distance++) {
    if (start + distance < length) yield start + distance;
    if (start - 1 - distance >= 0) yield start - 1 - distance;
  }
}
