import { count } from '../../../base/words/english.js';
import { describeDelivery, failedDeliveries } from '../../../rules/deliveries.js';
import type { AssertionContext } from '../../context.js';
import { linesOf } from '../../report/lines.js';
import type { Finding } from './finding.js';

export function failedTargets(
  { deliveries }: AssertionContext,
  isNew: (about: object) => boolean,
): Finding | undefined {
  if (!deliveries.failed.some(isNew)) return undefined;
  return {
    problem: 'failed-target',
    text: failedDeliveries(deliveries),
    fix: 'Fix the target, or catch the error in it.',
    about: deliveries.failed,
  };
}

/** Targets that have not finished: what they throw later fails no test. */
export function unfinishedTargets(
  { deliveries }: AssertionContext,
  isNew: (about: object) => boolean,
): Finding | undefined {
  const unfinished = deliveries.underWay.filter(isNew);
  if (unfinished.length === 0) return undefined;
  return {
    problem: 'unfinished-target',
    text: [
      `${count(unfinished.length, 'target has', 'targets have')} not finished:`,
      linesOf(unfinished.map(describeDelivery)),
    ].join('\n'),
    fix: 'Wait for it with await eb.delivered(), before the test ends.',
    about: unfinished,
  };
}
