import { count } from '../../base/english.js';
import { nearestName } from '../../base/suggestion.js';
import type { Fault } from '../../faults/fault.js';
import { failedDeliveries } from '../../rules/deliveries.js';
import type { AssertionContext } from '../context.js';
import { linesOf } from '../report/lines.js';
import type { Verdict } from '../report/report.js';
import { contractFindings } from './contracts-kept.js';

/** So many faults are named; the others are counted. */
const MOST_FAULTS = 10;

/**
 * Nothing is left over that a passing test would hide: faults in vain, strays, dropped events, broken contracts,
 * targets that threw.
 */
export function verified(context: AssertionContext): Verdict {
  const findings = [
    ...unusedFaults(context),
    ...strays(context),
    ...dropped(context),
    ...contractFindings(context),
    ...failedTargets(context),
  ];
  return {
    holds: findings.length === 0,
    report: () => ({
      summary: `verify() found ${count(findings.length, 'thing')} that the test has passed over.`,
      notes: findings,
    }),
  };
}

function failedTargets({ deliveries }: AssertionContext): string[] {
  return deliveries.failed.length === 0 ? [] : [failedDeliveries(deliveries)];
}

function unusedFaults({ plan }: AssertionContext): string[] {
  const pending = plan.faults.filter((fault) => fault.isUnused);
  if (pending.length === 0) return [];
  const rows = pending
    .slice(0, MOST_FAULTS)
    .map((fault) => [fault.declaration, firings(fault), fault.location ?? '']);
  const rest = pending.length - rows.length;
  const title = count(
    pending.length,
    'fault was declared and has not fired',
    'faults were declared and have not fired',
  );
  return [
    [
      `${title} as often as meant:`,
      ...table([['fault', 'fired', 'declared at'], ...rows]),
      ...(rest > 0 ? [`  … and ${rest} more`] : []),
      'Was what it should strike sent at all? A fault that nothing needs is taken back with its remove().',
    ].join('\n'),
  ];
}

function firings({ used, limit }: Fault): string {
  return limit === Number.POSITIVE_INFINITY ? 'never' : `${used} of ${limit}`;
}

function strays({ journal, straysFail }: AssertionContext): string[] {
  if (!straysFail || journal.strays.length === 0) return [];
  const lines = journal.strays.map(({ operation, hostname }) => `${operation} to ${hostname}`);
  const title = count(journal.strays.length, 'request was', 'requests were');
  return [
    [
      `${title} for an operation that the fake does not have (onStray: "warn" lets them pass):`,
      linesOf(lines),
    ].join('\n'),
  ];
}

function dropped({ journal, buses }: AssertionContext): string[] {
  if (journal.dropped.length === 0) return [];
  const lines = journal.dropped.map(({ detailType, source, bus }) => {
    const meant = nearestName(bus, ['default', ...(buses ?? [])]);
    return `${detailType} from ${source}: there is no bus "${bus}"${meant === undefined ? '' : `, was "${meant}" meant?`}`;
  });
  const title = count(
    journal.dropped.length,
    'event was accepted and dropped',
    'events were accepted and dropped',
  );
  return [
    [
      `${title}, as AWS drops them, without a word to the publisher:`,
      linesOf(lines),
      'Correct EventBusName, or name the bus in fakeEventBridge({ buses: […] }).',
    ].join('\n'),
  ];
}

/** Columns of text, aligned; the first row is their heading. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}
