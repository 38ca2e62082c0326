import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { checkedMembers } from './checked-members.js';
import { AsyncCondition, type Condition, conditionOf, isExpression } from './conditions.js';
import type { Difference } from './difference.js';
import { conditionDifferences, differences } from './differences.js';
import { EVENT_MEMBERS, type EventMember, type EventView } from './event-view.js';
import { expectedMember } from './expected-member.js';
import { checkPatternNames } from './pattern-names.js';
import { asyncPredicate, refuseInside } from './refused-values.js';
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
export interface MatchDeps {
  /** The name under which events of a bus are recorded, from its name or ARN. */
  readonly busName: (nameOrArn: string) => string;
  /** What a pattern of EventBridge's own language is asked about. */
  readonly envelope: (event: EventView) => unknown;
}

/** More differences than anybody reads. */
const ENOUGH = 100;

/**
 * Compiles a match: a partial event, a `pattern({…})`, a predicate, or a matcher of a runner.
 * @param method the method it was given to, for the texts of errors
 * @throws {FakeEventBridgeError} when it is something else, empty, or names something that no event has
 */
export function compileMatch(match: unknown, method: string, deps: MatchDeps): CompiledMatch {
  const condition = conditionOf(match);
  if (condition !== undefined && !isExpression(match)) {
    return wholeEventMatch(match, condition, method, deps);
  }
  if (!isObject(match) || condition !== undefined) {
    throw wrongUse(
      `${method}: a match is a partial event such as { detailType: "OrderPlaced" }, a pattern({…}) or a predicate, not ${describeValue(match)}.`,
    );
  }
  return partialMatch(match, checkedMembers(match, method), method, deps);
}

function wholeEventMatch(
  written: unknown,
  condition: Condition,
  method: string,
  { envelope }: MatchDeps,
): CompiledMatch {
  refuseInside(written, method);
  const isPattern = condition.explain !== undefined;
  if (isPattern) checkPatternNames(written, method);
  // A pattern speaks of the event as a rule sees it; everything else of the event as the records show it.
  const asked = (event: EventView) => {
    if (isPattern) return envelope(event);
    return typeof written === 'function' ? event : ownMembers(event);
  };
  const test = (event: EventView) => guarded(method, () => condition.test(asked(event)));
  return {
    written,
    test,
    likeness: () => 0,
    differences: (event) =>
      test(event)
        ? []
        : conditionDifferences(written, condition, isPattern ? asked(event) : undefined, [], ENOUGH),
  };
}

/** A matcher of Sinon looks at own members alone. */
function ownMembers(event: EventView): object {
  return Object.fromEntries(EVENT_MEMBERS.map((member) => [member, event[member]]));
}

function partialMatch(
  written: Record<string, unknown>,
  members: readonly EventMember[],
  method: string,
  deps: MatchDeps,
): CompiledMatch {
  const expected = members.map(
    (member) => [member, expectedMember(member, written[member], method, deps.busName)] as const,
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

function guarded<T>(method: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof AsyncCondition ? asyncPredicate(method) : error;
  }
}
