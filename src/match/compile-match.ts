import { wrongUse } from '../errors.js';
import { isObject } from '../json.js';
import { describeValue, didYouMean, list } from '../words.js';
import { AsyncCondition, type Condition, conditionOf } from './conditions.js';
import type { Difference } from './difference.js';
import { conditionDifferences, differences } from './differences.js';
import { EVENT_MEMBERS, type EventMember, type EventView } from './event-view.js';
import { plainTexts, textsInside } from './texts-inside.js';

/** A match that was found to be in order, ready to be asked about events. */
export interface CompiledMatch {
  /** What the user wrote. */
  readonly written: unknown;
  /** @param except a member that may be anything: for `bus`, whether it is the right event on the wrong bus */
  test(event: EventView, except?: EventMember): boolean;
  /** How alike an event looks without parsing its detail: the more, the nearer. */
  likeness(event: EventView): number;
  /** The bus that is asked for by name. */
  readonly bus?: string;
  /** Where the event is not what was asked for; empty when the event matches. */
  differences(event: EventView): Difference[];
}

/** What a match has to know of the fake it is used with. */
export interface MatchSurroundings {
  /** The name under which events of a bus are recorded, from its name or ARN. */
  readonly busName: (nameOrArn: string) => string;
  /** What a pattern of EventBridge's own language is asked about. */
  readonly envelope: (event: EventView) => unknown;
}

/** More differences than anybody reads. */
const ENOUGH = 100;

/** The members that are cheapest to compare come first; a detail may have to be parsed. */
const CHEAPEST_FIRST: readonly EventMember[] = [...EVENT_MEMBERS].sort((a, b) => cost(a) - cost(b));

function cost(member: EventMember): number {
  return member === 'detail' ? 1 : 0;
}

/**
 * Compiles a match: a partial event, a `pattern({…})`, or a predicate.
 * @param method the method it was given to, for the texts of errors
 * @throws {FakeEventBridgeError} when it is something else, empty, or names something that no event has
 */
export function compileMatch(match: unknown, method: string, surroundings: MatchSurroundings): CompiledMatch {
  const condition = conditionOf(match);
  if (condition !== undefined) return wholeEventMatch(match, condition, method, surroundings);
  if (!isObject(match)) {
    throw wrongUse(
      `${method}: a match is a partial event such as { detailType: "OrderPlaced" }, a pattern({…}) or a predicate, not ${describeValue(match)}.`,
    );
  }
  return partialMatch(match, checkedMembers(match, method), method, surroundings);
}

function wholeEventMatch(
  written: unknown,
  condition: Condition,
  method: string,
  { envelope }: MatchSurroundings,
): CompiledMatch {
  refuseAsync(written, method);
  // A pattern speaks of the event as a rule sees it; everything else of the event as the records show it.
  const asked = typeof written === 'function' ? (event: EventView) => event : envelope;
  const test = (event: EventView) => guarded(method, () => condition.test(asked(event)));
  return {
    written,
    test,
    likeness: () => 0,
    differences: (event) =>
      test(event)
        ? []
        : conditionDifferences(
            written,
            condition,
            typeof written === 'function' ? undefined : asked(event),
            [],
            ENOUGH,
          ),
  };
}

function partialMatch(
  written: Record<string, unknown>,
  members: readonly EventMember[],
  method: string,
  surroundings: MatchSurroundings,
): CompiledMatch {
  const expected = members.map(
    (member) => [member, expectedMember(member, written[member], method, surroundings)] as const,
  );
  const mayHold = textsInside(written['detail']);
  const bus = expected.find(([member]) => member === 'bus')?.[1];
  return {
    written,
    ...(typeof bus === 'string' && { bus }),
    test: (event, except) =>
      mayHold(event.detailText) &&
      guarded(method, () =>
        expected.every(
          ([member, value]) =>
            member === except || differences(value, event[member], [member], 1).length === 0,
        ),
      ),
    likeness: likenessTo(written),
    differences: (event) =>
      guarded(method, () =>
        expected.flatMap(([member, value]) => differences(value, event[member], [member], ENOUGH)),
      ),
  };
}

/** What can be seen of an event without parsing its detail: what kind it is, and which of the texts are in it. */
function likenessTo(written: Record<string, unknown>): (event: EventView) => number {
  const { detailType, source, bus, detail } = written;
  const texts = plainTexts(detail).map((text) => `${text}"`);
  return (event) => {
    let likeness = 0;
    if (event.detailType === detailType) likeness += 1000;
    if (event.source === source) likeness += 500;
    if (event.bus === bus) likeness += 1;
    for (const text of texts) if (event.detailText?.includes(text)) likeness += 10;
    return likeness;
  };
}

function checkedMembers(match: Record<string, unknown>, method: string): EventMember[] {
  const keys = Object.keys(match);
  if (keys.length === 0) {
    throw wrongUse(
      `${method}: an empty match fits every event and proves nothing. Name something of the event, such as { detailType: "OrderPlaced" }.`,
    );
  }
  for (const key of keys) {
    if (!isMember(key)) {
      throw wrongUse(
        `${method}: an event has no "${key}".${didYouMean(alias(key), EVENT_MEMBERS)} A match may name ${list(EVENT_MEMBERS)}.`,
      );
    }
    if (match[key] === undefined && key !== 'traceHeader') {
      throw wrongUse(
        `${method}: "${key}" is undefined in the match, and no event has it so. Leave it out, or give a value.`,
      );
    }
    refuseAsync(match[key], method);
  }
  if (typeof match['detail'] === 'string') {
    throw wrongUse(
      `${method}: detail is compared parsed, so it is never a text. Give the object itself, or compare the text with detailText.`,
    );
  }
  const { detail } = match;
  if (keys.length === 1 && isObject(detail) && conditionOf(detail) === undefined && isEmpty(detail)) {
    throw wrongUse(
      `${method}: an empty detail fits every event and proves nothing. Name something of it, such as { detail: { orderId: "o-1" } }.`,
    );
  }
  return CHEAPEST_FIRST.filter((member) => Object.hasOwn(match, member));
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0 && !('toJSON' in value);
}

/** Names of the request and of the envelope that are not near in letters. */
function alias(key: string): string {
  return key === 'EventBusName' || key === 'eventBusName' || key === 'eventBus' ? 'bus' : key;
}

function isMember(key: string): key is EventMember {
  return EVENT_MEMBERS.some((member) => member === key);
}

function expectedMember(
  member: EventMember,
  value: unknown,
  method: string,
  { busName }: MatchSurroundings,
): unknown {
  if (member === 'bus' && typeof value === 'string') return busName(value);
  if (member === 'time') return timeOf(value, method);
  return value;
}

/** Dates and ISO texts as an event's `time` is written: UTC, whole seconds. */
function timeOf(value: unknown, method: string): unknown {
  if (conditionOf(value) !== undefined) return value;
  const time = typeof value === 'string' || isDate(value) ? new Date(value) : undefined;
  if (time === undefined || Number.isNaN(time.getTime())) {
    throw wrongUse(
      `${method}: time is a Date or an ISO text such as "2026-01-02T03:04:05Z", not ${isDate(value) ? 'an invalid Date' : describeValue(value)}.`,
    );
  }
  return `${time.toISOString().slice(0, -5)}Z`;
}

/** Of any realm: a runner's sandbox has a class of its own. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** Looks everywhere inside: where no event is there to be asked about, nobody would notice a promise. */
function refuseAsync(value: unknown, method: string, seen = new Set<unknown>()): void {
  if (typeof value === 'function' && value.constructor.name === 'AsyncFunction') throw asyncPredicate(method);
  if (typeof value !== 'object' || value === null || seen.has(value) || conditionOf(value) !== undefined)
    return;
  seen.add(value);
  for (const inside of Object.values(value)) refuseAsync(inside, method, seen);
}

function guarded<T>(method: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof AsyncCondition ? asyncPredicate(method) : error;
  }
}

function asyncPredicate(method: string): Error {
  return wrongUse(
    `${method}: the predicate is async: it answers with a promise, which would count as true for every event. Await what it needs before, and give a predicate that returns true or false.`,
  );
}
