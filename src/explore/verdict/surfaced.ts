import { wrongUse } from '../../base/errors.js';
import { isObject } from '../../base/json/json.js';
import { maximumMatching } from '../../base/maximum-matching.js';
import { describeValue } from '../../base/words/describe-value.js';
import type { LogicalEvent } from '../../journal/logical-events/logical-event.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { Expectation } from './expectation.js';

/** Whether the publisher's result names every event that no bus has. */
export function isSurfaced(
  result: unknown,
  lost: readonly LogicalEvent[],
  neverSent: readonly (LogicalEvent | undefined)[],
  { surfaced, compileMatch }: Expectation,
  method: string,
): boolean {
  if (surfaced === undefined) return false;
  const named = surfaced(result);
  const missing = lost.length + neverSent.length;
  if (typeof named === 'boolean') return named;
  if (typeof named === 'number') return named >= missing;
  if (!Array.isArray(named)) {
    throw wrongUse(
      `${method}: surfaced must return an array of matches or entries, the number of events, or a boolean, not ${describeValue(named)}.`,
    );
  }
  const events = [...lost, ...neverSent.filter((event) => event !== undefined)];
  if (events.length < missing && named.length < missing) return false;
  const tests = named.map((item: unknown) =>
    testOf(item, (match) => compileMatch(match, `${method}: surfaced`)),
  );
  const { ofLeft } = maximumMatching({
    left: events.length,
    right: tests.length,
    fits: (event, test) => {
      const entry = events[event]?.entry;
      return entry !== undefined && tests[test]?.(entry) === true;
    },
  });
  return events.every((_, index) => ofLeft[index] !== undefined);
}

/** An entry, as `PutEventsCommand` takes it, or a match. */
function testOf(
  item: unknown,
  compile: (match: unknown) => { test(entry: SentEntry): boolean },
): (entry: SentEntry) => boolean {
  if (isObject(item) && typeof item['Detail'] === 'string') {
    const { Source, DetailType, Detail } = item;
    return ({ raw }) => raw.Source === Source && raw.DetailType === DetailType && raw.Detail === Detail;
  }
  const match = compile(item);
  return (entry) => match.test(entry);
}
