import { failedDeliveries } from '../../../rules/deliveries.js';
import type { AssertionContext } from '../../context.js';
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
