import { isObject } from '../../../base/json/json.js';
import type { LogicalEvent } from '../../../journal/logical-events/logical-event.js';
import type { CompiledMatch } from '../../../match/compile-match.js';
import type { NeverSent } from '../../checks/offered.js';
import type { AssertionContext } from '../../context.js';
import type { ReportedEvent } from '../../report/report.js';
import type { Cause } from '../cause.js';
import { nearMissCauses } from '../missing-event-causes.js';
import { nearMiss } from '../near-miss.js';
import { describeNearest, nearestEntry } from './nearest-entry.js';

/** So many of the offered events are compared with what was sent: mostly all of them differ in the same way. */
const MAX_TRIED = 5;

/** What your code sent in place of something that was offered, as far as one can tell. */
export interface NearestToOffered {
  readonly causes: readonly Cause[];
  readonly note: string;
  readonly event: LogicalEvent;
}

/** The event that comes near to something offered, among those that match nothing that was offered. */
export function nearestToOffered(
  { missing, unmatched }: NeverSent,
  context: AssertionContext,
): NearestToOffered | undefined {
  const entries = unmatched.map(({ entry }) => entry);
  for (const { index, compile } of missing.slice(0, MAX_TRIED)) {
    const match = compile();
    const nearest = match && nearestEntry(match, entries, context);
    const event = unmatched.find(({ entry }) => entry === nearest?.event);
    if (match === undefined || nearest === undefined || event === undefined || !isNear(nearest, match))
      continue;
    const [entry = '', ...differences] = describeNearest(nearest);
    return {
      causes: nearMissCauses({ label: '', subject: '', listed: [nearest], more: 0 }),
      note: [
        `The nearest to offered[${index}] that was sent:`,
        `  ${entry}`,
        ...differences.map((line) => `  ${line}`),
      ].join('\n'),
      event,
    };
  }
  return undefined;
}

/** Whether it is probably what was meant: it differs in the detail alone, and not in all of it, or in a near miss. */
function isNear({ differences }: ReportedEvent, { written }: CompiledMatch): boolean {
  const others = differences.filter((difference) => nearMiss(difference) === undefined);
  if (differences.length === 0 || others.some(({ path }) => path[0] !== 'detail')) return false;
  const detail = isObject(written) && isObject(written['detail']) ? written['detail'] : {};
  const differing = new Set(others.map(({ path }) => path[1]));
  return others.length < differences.length || Object.keys(detail).some((name) => !differing.has(name));
}
