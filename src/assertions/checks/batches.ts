import { describeValue } from '../../base/describe-value.js';
import { count } from '../../base/english.js';
import { wrongUse } from '../../base/errors.js';
import type { AssertionContext } from '../context.js';
import type { Verdict } from '../report/report.js';
import { timelineOf } from '../report/timeline.js';

/** The calls had so many entries each, in this order. What the SDK repeats within a call counts once. */
export function sentBatches(
  { journal, logicalEvents }: AssertionContext,
  sizes: unknown,
  method: string,
): Verdict {
  const expected = sizesFrom(sizes, method);
  const sent = journal.calls.map(({ attempts }) => attempts[0]?.entries.length ?? 0);
  const holds = sent.length === expected.length && sent.every((size, index) => size === expected[index]);
  const describe = (list: readonly number[]) =>
    list.length === 0 ? 'no call' : `${count(list.length, 'call')} of [${list.join(', ')}] entries`;
  return {
    holds,
    report: (negated) => ({
      summary: negated
        ? expected.length === 0
          ? 'Expected a call, but there was none.'
          : `Expected calls of other sizes than [${expected.join(', ')}], but there ${sent.length > 1 ? 'were' : 'was'} ${describe(sent)}.`
        : `Expected ${describe(expected)}, but there ${sent.length > 1 ? 'were' : 'was'} ${describe(sent)}.`,
      next: 'A call is one client.send(new PutEventsCommand({ Entries })); what the SDK repeats within it counts once.',
      timeline: timelineOf(logicalEvents),
    }),
  };
}

function sizesFrom(sizes: unknown, method: string): number[] {
  const wrong = !Array.isArray(sizes)
    ? describeValue(sizes)
    : sizes.filter((size) => !(Number.isInteger(size) && size >= 0)).map(describeValue)[0];
  if (wrong === undefined) return sizes as number[];
  throw wrongUse(`${method}: give the number of entries of each call, such as [10, 5], not ${wrong}.`);
}
