import { declaredAt } from '../../../base/call-site.js';
import { count } from '../../../base/words/english.js';
import type { Fault } from '../../../faults/fault.js';
import type { CompiledMatch } from '../../../match/compile-match.js';
import type { AssertionContext } from '../../context.js';
import { describeNearest, nearestEntry } from '../../diagnosis/nearest/nearest-entry.js';
import { fixOfUnused, whyUnused } from '../../diagnosis/unused-faults.js';
import { printValue } from '../../report/print-value.js';
import type { Finding } from './finding.js';

/** How many faults are described; the others are counted. */
const MAX_FAULTS = 5;

/** Faults that did not fire as often as declared, with their match and the nearest entry that was sent. */
export function unusedFaults(
  context: AssertionContext,
  isNew: (about: object) => boolean,
): Finding | undefined {
  const unused = context.plan.faults.filter((fault) => fault.isUnused && isNew(fault));
  if (unused.length === 0) return undefined;
  const listed = unused.slice(0, MAX_FAULTS).map((fault) => describe(fault, context));
  const rest = unused.length - listed.length;
  return {
    problem: 'unused-fault',
    text: [
      `${count(unused.length, 'fault was', 'faults were')} not used as often as declared.`,
      ...listed,
      ...(rest > 0 ? [`  … and ${rest} more`] : []),
    ].join('\n'),
    fix: fixOfUnused(unused, context),
    about: unused,
  };
}

function describe(fault: Fault, context: AssertionContext): string {
  const { declaration, site, match } = fault;
  const title = `  ${declaration} fired ${firings(fault)}${declaredAt(site.location)}`;
  const why = whyUnused(fault, context);
  return [
    title,
    ...(match === undefined ? [] : [`    match: ${printValue(match.written, 4)}`]),
    ...(why === undefined || isNothingSent(match, context) ? [] : [`    ${why}`]),
    ...(match === undefined || fault.used > 0 ? [] : [`    ${describeMatch(match, context)}`]),
  ].join('\n');
}

/** `No entry was sent` says it already. */
function isNothingSent(match: CompiledMatch | undefined, { journal }: AssertionContext): boolean {
  return match !== undefined && journal.attempts.every(({ entries }) => entries.length === 0);
}

function firings({ used, limit }: Fault): string {
  return limit === Number.POSITIVE_INFINITY ? 'never' : `${used} of ${limit} times`;
}

function describeMatch(match: CompiledMatch, context: AssertionContext): string {
  const entries = context.journal.attempts.flatMap((attempt) => attempt.entries);
  if (entries.length === 0) return 'No entry was sent.';
  const nearest = nearestEntry(match, entries, context);
  if (nearest === undefined)
    return `No entry matched: ${count(entries.length, 'entry was', 'entries were')} sent.`;
  const [entry, ...differences] = describeNearest(nearest);
  return [`nearest entry: ${entry}`, ...differences.map((line) => `    ${line}`)].join('\n');
}
