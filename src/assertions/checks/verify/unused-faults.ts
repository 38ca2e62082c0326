import { declaredAt } from '../../../base/call-site.js';
import { count } from '../../../base/words/english.js';
import type { Fault } from '../../../faults/fault.js';
import type { CompiledMatch } from '../../../match/compile-match.js';
import type { SentEntry } from '../../../service/sent-entry.js';
import type { AssertionContext } from '../../context.js';
import { nearestEvents } from '../../diagnosis/nearest-events.js';
import { describeEntry } from '../../report/describe-sending.js';
import { printValue } from '../../report/print-value.js';
import { renderDifference } from '../../report/render-difference.js';
import { PLAIN } from '../../style.js';
import type { Finding } from './finding.js';

/** How many faults are described; the others are counted. */
const MAX_FAULTS = 5;

const MAX_DIFFERENCES = 3;

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
    fix: unused.some(({ match }) => match !== undefined)
      ? 'Fix the match, or delete the fault.'
      : 'Check that the code under test sends a request after the fault is declared, or delete the fault.',
    about: unused,
  };
}

function describe(fault: Fault, context: AssertionContext): string {
  const { declaration, site, match } = fault;
  const title = `  ${declaration} fired ${firings(fault)}${declaredAt(site.location)}`;
  if (match === undefined) return title;
  return [title, `    match: ${printValue(match.written, 4)}`, `    ${nearestEntry(match, context)}`].join(
    '\n',
  );
}

function firings({ used, limit }: Fault): string {
  return limit === Number.POSITIVE_INFINITY ? 'never' : `${used} of ${limit} times`;
}

function nearestEntry(match: CompiledMatch, context: AssertionContext): string {
  const entries = context.journal.attempts.flatMap((attempt) => attempt.entries);
  if (entries.length === 0) return 'No entry was sent.';
  const nearest = nearestOf(match, entries, context);
  if (nearest === undefined)
    return `No entry matched: ${count(entries.length, 'entry was', 'entries were')} sent.`;
  const { event, differences } = nearest;
  const listed = differences
    .filter(({ path }) => path.length > 0)
    .slice(0, MAX_DIFFERENCES)
    .map((difference) => `      ${renderDifference(difference, PLAIN)}`);
  return [`nearest entry: ${describeEntry(event.raw)}`, ...listed].join('\n');
}

function nearestOf(match: CompiledMatch, entries: readonly SentEntry[], context: AssertionContext) {
  try {
    const { listed } = nearestEvents(match, { ...context, events: () => entries });
    return listed.find(({ isFocus }) => isFocus) ?? listed[0];
  } catch {
    // A predicate that throws has its own error reported.
    return undefined;
  }
}
