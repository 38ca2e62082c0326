import { wrongUse } from '../../base/errors.js';
import { describeValue } from '../../base/words/describe-value.js';
import { count } from '../../base/words/english.js';
import type { AssertionContext } from '../context.js';
import { whyNothingWasPublished } from '../diagnosis/missing-events.js';
import type { Verdict } from '../report/report.js';
import { timelineOf } from '../report/story/timeline.js';

/** How many sizes of batches are listed. */
const MAX_SIZES = 20;

/** The calls had so many entries each, in this order. What the SDK repeats within a call counts once. */
export function sentBatches(context: AssertionContext, [sizes]: readonly unknown[], method: string): Verdict {
  const { journal, logicalEvents } = context;
  const expected = sizesFrom(sizes, method);
  const sent = journal.calls.map(({ attempts }) => attempts[0]?.entries.length ?? 0);
  return {
    holds: sent.length === expected.length && sent.every((size, index) => size === expected[index]),
    report: (negated) => ({
      summary: negated
        ? `Expected the batches not to be ${sizesText(expected)}, but they are.`
        : `Expected ${describe(expected)}, but received ${describe(sent)}.`,
      next: 'A batch is the entries of one client.send(new PutEventsCommand({ Entries })). Retries of the SDK do not count.',
      ...(sent.length === 0 ? whyNothingWasPublished(context) : { timeline: timelineOf(logicalEvents) }),
    }),
  };
}

function describe(sizes: readonly number[]): string {
  if (sizes.length === 0) return 'no batches';
  return `${count(sizes.length, 'batch', 'batches')} of ${sizesText(sizes)} entries`;
}

function sizesText(sizes: readonly number[]): string {
  const listed = sizes.length > MAX_SIZES ? [...sizes.slice(0, MAX_SIZES), '…'] : sizes;
  return `[${listed.join(', ')}]`;
}

function sizesFrom(sizes: unknown, method: string): number[] {
  const wrong = !Array.isArray(sizes)
    ? describeValue(sizes)
    : sizes.filter((size) => !(Number.isInteger(size) && size >= 0)).map(describeValue)[0];
  if (wrong === undefined) return sizes as number[];
  throw wrongUse(`${method}: pass the number of entries of each call, such as [10, 5], not ${wrong}.`);
}
