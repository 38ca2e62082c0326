import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { describeValue } from '../base/words/describe-value.js';
import { envelopeOf } from '../service/envelope.js';
import { busName } from '../service/event-bus.js';
import type { SentEntry } from '../service/sent-entry.js';
import { checkMatch } from './check-match.js';
import type { Difference } from './difference.js';
import { differences, testDifferences } from './differences.js';
import type { EventProperty } from './event-properties.js';
import { checkPatternNames } from './pattern-names.js';
import { isScalar, Prefilter, type Scalar } from './prefilter.js';
import { toEventTime } from './property-kinds.js';
import { asyncPredicate, refuseUnsupported } from './unsupported-values.js';
import { AsyncTest, isExpression, toValueTest, type ValueTest } from './value-test.js';

/** A match that was checked, ready to be asked about events and entries. */
export interface CompiledMatch {
  /** What the user wrote. */
  readonly written: unknown;
  /** The properties that it has; of a pattern, those of the envelope. */
  readonly properties: readonly string[];
  /** The name or the ARN of the bus, where it has one. */
  readonly bus?: string | undefined;
  /** Plain values that an event must have somewhere to match. */
  readonly plainValues: readonly Scalar[];
  /** @param except a property that may have any value: with `bus`, it is the right event on whatever bus */
  test(event: SentEntry, except?: EventProperty): boolean;
  /** How similar an event looks before its detail is parsed: the higher, the nearer. */
  similarity(event: SentEntry): number;
  /** Where the event differs from the match; empty when it matches. */
  differences(event: SentEntry): Difference[];
}

/** What a match has to know of the fake that it is used with. */
export interface MatchDeps {
  /** Names and ARNs of the buses that exist beside `default`; `undefined` when every valid name exists. */
  readonly buses: ReadonlySet<string> | undefined;
}

/** How many differences are collected. */
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
      `${method}: a match must be a partial event such as { detailType: "OrderPlaced" }, a pattern({…}) or a predicate, not ${describeValue(match)}.`,
    );
  }
  return new PartialEventMatch(match, checkMatch(match, method, deps.buses), method);
}

/** A predicate, a matcher or a pattern for the event as a whole. */
function compileEventTest(written: unknown, valueTest: ValueTest, method: string): CompiledMatch {
  refuseUnsupported(written, method);
  const isPattern = valueTest.explain !== undefined;
  const properties = isPattern ? checkPatternNames(written, method) : [];
  // A pattern sees the event as a rule does; everything else sees the record, frozen.
  const viewOf = (event: SentEntry) => (isPattern ? envelopeOf(event, event.detail) : event.record);
  const test = (event: SentEntry) => guarded(method, () => valueTest.test(viewOf(event)));
  return {
    written,
    properties,
    plainValues: [],
    test,
    similarity: () => 0,
    differences: (event) =>
      test(event)
        ? []
        : testDifferences(written, valueTest, isPattern ? viewOf(event) : undefined, [], MAX_DIFFERENCES),
  };
}

/** A partial event. A class, because a test may have very many: functions of their own would take much room. */
class PartialEventMatch implements CompiledMatch {
  readonly written: Record<string, unknown>;
  readonly properties: readonly EventProperty[];
  readonly #method: string;
  readonly #time: unknown;
  readonly #prefilter: Prefilter;

  constructor(written: Record<string, unknown>, properties: readonly EventProperty[], method: string) {
    this.written = written;
    this.properties = properties;
    this.#method = method;
    const { time, detail } = written;
    this.#time = time === undefined ? undefined : toEventTime(time, method);
    this.#prefilter = new Prefilter(detail);
  }

  get bus(): string | undefined {
    const { bus } = this.written;
    return typeof bus === 'string' ? bus : undefined;
  }

  get plainValues(): readonly Scalar[] {
    const { source, detailType } = this.written;
    return [source, detailType, ...this.#prefilter.values].filter(isScalar);
  }

  test(event: SentEntry, except?: EventProperty): boolean {
    if (!this.#prefilter.mayMatch(event.detailJson)) return false;
    try {
      for (const property of this.properties)
        if (property !== except && this.#differencesIn(property, event, 1).length > 0) {
          // A test looks for few events among many: the details of the others are not needed again.
          event.releaseDetail();
          return false;
        }
      return true;
    } catch (error) {
      throw explained(error, this.#method);
    }
  }

  similarity(event: SentEntry): number {
    return this.#prefilter.similarity(event, this.written);
  }

  differences(event: SentEntry): Difference[] {
    return guarded(this.#method, () =>
      this.properties.flatMap((property) => this.#differencesIn(property, event, MAX_DIFFERENCES)),
    );
  }

  #differencesIn(property: EventProperty, event: SentEntry, most: number): readonly Difference[] {
    const expected = this.#expected(property, event);
    const actual =
      property === 'detail' && !this.#prefilter.hasConditions ? event.parsedDetail : event[property];
    // Most properties are strings.
    return typeof expected === 'string' && expected === actual
      ? NONE
      : differences(expected, actual, [property], most);
  }

  #expected(property: EventProperty, { origin }: SentEntry): unknown {
    const expected = this.written[property];
    if (property === 'time') return this.#time;
    // A bus is compared under the name that it has in the region of the event.
    return property === 'bus' && typeof expected === 'string' ? busName(expected, origin) : expected;
  }
}

const NONE: readonly Difference[] = [];

function guarded<T>(method: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw explained(error, method);
  }
}

function explained(error: unknown, method: string): unknown {
  return error instanceof AsyncTest ? asyncPredicate(method) : error;
}
