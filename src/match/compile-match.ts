import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { envelopeOf } from '../service/envelope.js';
import { busName, isOnBus } from '../service/event-bus.js';
import type { SentEntry } from '../service/sent-entry.js';
import { checkMatch } from './check-match.js';
import type { Difference } from './difference.js';
import { differences, testDifferences } from './differences.js';
import type { EventProperty } from './event-properties.js';
import { checkPatternNames } from './pattern-names.js';
import { plainStrings, prefilter } from './prefilter.js';
import { toEventTime } from './property-kinds.js';
import { asyncPredicate, refuseUnsupported } from './unsupported-values.js';
import { AsyncTest, isExpression, toValueTest, type ValueTest } from './value-test.js';

/** A match that was checked, ready to be asked about events and entries. */
export interface CompiledMatch {
  /** What the user wrote. */
  readonly written: unknown;
  /** The properties of the event that it names; of a pattern, those of the envelope. */
  readonly properties: readonly string[];
  /** The name or the ARN of the bus, where it names one. */
  readonly bus?: string;
  /** @param except a property that may have any value: with `bus`, it is the right event on whatever bus */
  test(event: SentEntry, except?: EventProperty): boolean;
  /** How similar an event looks before its detail is parsed: the more, the nearer. */
  likeness(event: SentEntry): number;
  /** Where the event differs from the match; empty when it matches. */
  differences(event: SentEntry): Difference[];
}

/** What a match has to know of the fake that it is used with. */
export interface MatchDeps {
  /** Names and ARNs of the buses that exist beside `default`; `undefined` when every valid name exists. */
  readonly buses: ReadonlySet<string> | undefined;
}

/** More differences than anybody reads. */
const MAX_DIFFERENCES = 100;

/**
 * Compiles a match: a partial event, a `pattern({…})`, a predicate, or a matcher of a runner.
 * @param method the method that it was passed to, for error messages
 * @throws {FakeEventBridgeError} when it is something else, empty, or can never match
 */
export function compileMatch(match: unknown, method: string, deps: MatchDeps): CompiledMatch {
  const test = toValueTest(match);
  if (test !== undefined && !isExpression(match)) return compileEventTest(match, test, method);
  if (!isObject(match) || test !== undefined) {
    throw wrongUse(
      `${method}: a match is a partial event such as { detailType: "OrderPlaced" }, a pattern({…}) or a predicate, not ${describeValue(match)}.`,
    );
  }
  return compilePartialEvent(match, checkMatch(match, method, deps.buses), method);
}

/** A predicate, a matcher or a pattern that is asked about the event as a whole. */
function compileEventTest(written: unknown, valueTest: ValueTest, method: string): CompiledMatch {
  refuseUnsupported(written, method);
  const isPattern = valueTest.explain !== undefined;
  const properties = isPattern ? checkPatternNames(written, method) : [];
  // A pattern is about the event as a rule sees it; everything else about the event as records show it.
  const viewOf = (event: SentEntry) => (isPattern ? envelopeOf(event, event.detail) : event.record);
  const test = (event: SentEntry) => guarded(method, () => valueTest.test(viewOf(event)));
  return {
    written,
    properties,
    test,
    likeness: () => 0,
    differences: (event) =>
      test(event)
        ? []
        : testDifferences(written, valueTest, isPattern ? viewOf(event) : undefined, [], MAX_DIFFERENCES),
  };
}

function compilePartialEvent(
  written: Record<string, unknown>,
  properties: readonly EventProperty[],
  method: string,
): CompiledMatch {
  const { bus, detail, time } = written;
  const expected = time === undefined ? written : { ...written, time: toEventTime(time, method) };
  const mayMatch = prefilter(detail);
  const differencesIn = (property: EventProperty, event: SentEntry, most: number) => {
    const value = property === 'bus' ? busIn(event, bus) : expected[property];
    return differences(value, event[property], [property], most);
  };
  return {
    written,
    properties,
    ...(typeof bus === 'string' && { bus }),
    test: (event, except) =>
      mayMatch(event.detailJson) &&
      guarded(method, () =>
        properties.every((property) => property === except || differencesIn(property, event, 1).length === 0),
      ),
    likeness: likenessTo(written),
    differences: (event) =>
      guarded(method, () =>
        properties.flatMap((property) => differencesIn(property, event, MAX_DIFFERENCES)),
      ),
  };
}

/** A bus is compared under the name that it has in the region of the event. */
function busIn({ origin }: SentEntry, expected: unknown): unknown {
  return typeof expected === 'string' ? busName(expected, origin) : expected;
}

/** What can be seen of an event without parsing its detail: what kind it is, and which of the strings are in it. */
function likenessTo(written: Record<string, unknown>): (event: SentEntry) => number {
  const { detailType, source, bus, detail } = written;
  const strings = plainStrings(detail).map((string) => `${string}"`);
  return (event) => {
    let likeness = 0;
    if (event.detailType === detailType) likeness += 1000;
    if (event.source === source) likeness += 500;
    if (typeof bus === 'string' && isOnBus(event, bus)) likeness += 1;
    for (const string of strings) if (event.detailJson?.includes(string)) likeness += 10;
    return likeness;
  };
}

function guarded<T>(method: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof AsyncTest ? asyncPredicate(method) : error;
  }
}
