import { wrongUse } from '../../base/errors.js';
import { isObject } from '../../base/json/json.js';
import { maximumMatching } from '../../base/maximum-matching.js';
import { describeValue } from '../../base/words/describe-value.js';
import type { LogicalEvent } from '../../journal/logical-events/logical-event.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import { createCandidates } from '../../match/event-index.js';
import type { Origin } from '../../service/event-bus.js';
import type { PutEventsEntry } from '../../service/put-events-types.js';
import type { AssertionContext } from '../context.js';
import { describeEntry } from '../report/describe-sending.js';
import { printValue } from '../report/print-value.js';
import { compileItem } from './published/compile-matches.js';

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
  /** The same as matches, by their index among what was offered. */
  readonly missing: readonly MissingOffer[];
  /** What was sent and matches nothing that was offered. */
  readonly unmatched: readonly LogicalEvent[];
}

/** Something offered for which nothing was sent. */
export interface MissingOffer {
  readonly index: number;
  /** It as a match; `undefined` for an entry that none can describe. */
  compile(): CompiledMatch | undefined;
}

/**
 * What was offered and never sent. Every offer needs a logical event of its own; one that was sent and then lost counts
 * here as sent.
 * @param offered how many events, or an array of matches and of entries
 */
export function neverSentOf(
  offered: unknown,
  context: Pick<AssertionContext, 'logicalEvents' | 'compileMatch'>,
  method: string,
): NeverSent {
  const { logicalEvents, compileMatch } = context;
  const none = { lines: [], missing: [], unmatched: [] };
  if (offered === undefined) return { count: 0, ...none };
  if (typeof offered === 'number' && Number.isInteger(offered) && offered >= 0)
    return { count: Math.max(offered - logicalEvents.all.length, 0), ...none };
  if (!Array.isArray(offered)) {
    throw wrongUse(
      `${method}: pass an array of matches or entries, or the number of events, not ${describeValue(offered)}.`,
    );
  }
  const events = logicalEvents.all;
  const sent = events.map(({ entry }) => entry);
  const findEqual = equalFinder(context);
  const offers = offered.map(
    (offer, index): Offer =>
      isEntry(offer)
        ? offeredEntry(offer, findEqual, (match) => compileMatch(match, method))
        : offeredMatch(compileItem(offer, `offered[${index}]`, compileMatch, method, HINT)),
  );
  const byPlainValues = createCandidates(
    offers.map(({ match }) => match),
    sent,
  );
  const { ofLeft, ofRight } = maximumMatching({
    left: offers.length,
    right: sent.length,
    candidates: (offer) => offers[offer]?.equal ?? byPlainValues(offer),
    fits: (offer, index) => {
      const match = offers[offer]?.match;
      const entry = sent[index];
      return match === undefined || (entry !== undefined && match.test(entry));
    },
  });
  const missing = offers.flatMap((offer, index) =>
    ofLeft[index] === undefined ? [{ ...offer, index }] : [],
  );
  return {
    count: missing.length,
    lines: missing.map(({ description }) => description()),
    missing,
    unmatched: events.filter((_, index) => ofRight[index] === undefined),
  };
}

/** Whoever offers the input of the publisher offers details. */
const HINT = ' For an array of details, write details.map((detail) => ({ detail })).';

/** What the test meant to publish: a match, or the indexes of the logical events that are equal to an entry. */
interface Offer {
  readonly match?: CompiledMatch;
  readonly equal?: readonly number[];
  readonly description: () => string;
  readonly compile: () => CompiledMatch | undefined;
}

function offeredMatch(match: CompiledMatch): Offer {
  return { match, description: () => printValue(match.written, 2), compile: () => match };
}

function offeredEntry(
  offered: OfferedEntry,
  findEqual: (raw: PutEventsEntry) => readonly number[],
  compileMatch: (match: unknown) => CompiledMatch,
): Offer {
  const raw = onTheWire(offered);
  const compile = () => {
    const { Source, DetailType, Detail, Resources, EventBusName } = offered;
    try {
      return compileMatch({
        source: Source,
        detailType: DetailType,
        detail: JSON.parse(Detail),
        ...(Resources && { resources: Resources }),
        ...(EventBusName && { bus: EventBusName }),
      });
    } catch {
      return undefined;
    }
  };
  return { equal: findEqual(raw), description: () => describeEntry(raw), compile };
}

/** Finds the logical events that an entry would be one with, if it were sent from the same region. */
function equalFinder({
  logicalEvents,
}: Pick<AssertionContext, 'logicalEvents'>): (raw: PutEventsEntry) => readonly number[] {
  const byIdentity = new Map<string, number[]>();
  const origins = new Set<Origin>();
  logicalEvents.all.forEach(({ identity, entry }, index) => {
    origins.add(entry.origin);
    const equal = byIdentity.get(identity);
    if (equal === undefined) byIdentity.set(identity, [index]);
    else equal.push(index);
  });
  return (raw) => {
    const identities = new Set([...origins].map((origin) => logicalEvents.identityAs(raw, origin)));
    const [first, ...others] = [...identities].map((identity) => byIdentity.get(identity) ?? []);
    return others.length === 0 ? (first ?? []) : [first ?? [], ...others].flat();
  };
}

function isEntry(offer: unknown): offer is OfferedEntry {
  return isObject(offer) && typeof offer['Detail'] === 'string';
}

/** The SDK writes a `Time` as seconds since the epoch. */
function onTheWire({ Time, ...entry }: OfferedEntry): PutEventsEntry {
  return Time === undefined ? entry : { ...entry, Time: Time.getTime() / 1000 };
}
