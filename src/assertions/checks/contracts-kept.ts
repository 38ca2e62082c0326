import { count, times } from '../../base/english.js';
import { wrongUse } from '../../base/errors.js';
import { isObject } from '../../base/json.js';
import type { ContractBreach } from '../../contracts/contract-breach.js';
import type { AssertionContext } from '../context.js';
import { WHOLE_STORY } from '../events-in-scope.js';
import { describeEntry } from '../report/describe-sending.js';
import { printPath, printValue } from '../report/print-value.js';
import type { Verdict } from '../report/report.js';

/** So many breaches are shown; the others are counted. */
const MOST_SHOWN = 10;

const MOST_ISSUES = 12;

const MEND = 'Mend what is published, or the schema.';

/** Every detail that was sent keeps the contract declared for its events. */
export function keptContracts({ contracts: book }: AssertionContext, method: string): Verdict {
  if (book.contracts.length === 0) {
    throw wrongUse(
      `${method}: no contract is declared, so none could be broken. Declare one with eb.contract(source, detailType, schema).`,
    );
  }
  const { breaches, unfinished } = book;
  if (unfinished > 0) {
    // Neither yes nor no: with .not too, this must not pass.
    throw wrongUse(`${method}: ${unfinishedText(unfinished)}`);
  }
  return {
    holds: breaches.length === 0,
    report: (negated) =>
      negated
        ? {
            summary: 'Expected a contract to be broken, but every detail that was sent keeps its contract.',
            next: WHOLE_STORY,
          }
        : {
            summary: `Expected every detail to keep its contract, but ${count(breaches.length, 'detail breaks', 'details break')} it.`,
            notes: breachTexts(breaches),
            next: `EventBridge has answered as if nothing were wrong: it knows no contracts. ${MEND}`,
          },
  };
}

/** What `verify()` says of contracts. */
export function contractFindings({ contracts: book }: AssertionContext): string[] {
  const { breaches, unfinished } = book;
  return [
    ...(breaches.length === 0
      ? []
      : [
          [
            `${count(breaches.length, 'detail breaks its contract:', 'details break their contracts:')}`,
            ...breachTexts(breaches).map((text) => text.replace(/^/gm, '  ')),
            MEND,
          ].join('\n'),
        ]),
    ...(unfinished === 0 ? [] : [unfinishedText(unfinished)]),
  ];
}

function unfinishedText(unfinished: number): string {
  return `${count(unfinished, 'detail is', 'details are')} still being checked by an asynchronous schema. Write await eb.contractsChecked() before.`;
}

function breachTexts(breaches: readonly ContractBreach[]): string[] {
  const shown = breaches.slice(0, MOST_SHOWN).map(breachText);
  const rest = breaches.length - shown.length;
  return rest > 0 ? [...shown, `… and ${rest} more: eb.breaches.`] : shown;
}

function breachText({ source, detailType, issues, detail, calls, declaredAt }: ContractBreach): string {
  const sent = `sent in ${calls.length === 1 ? 'call' : 'calls'} ${calls.slice(0, 5).join(', ')}${calls.length > 5 ? `, ${times(calls.length)} in all` : ''}`;
  const lines = issues.slice(0, MOST_ISSUES).map(({ path, message }) => {
    const there = valueAt(detail, path);
    const value = there.exists ? `published ${printValue(there.value, 4)}` : 'it is missing';
    return `  ${printPath(['detail', ...path])}: ${message}${path.length === 0 ? '' : ` (${value})`}`;
  });
  const rest = issues.length - lines.length;
  if (rest > 0) lines.push(`  … and in ${rest} more places`);
  const place = declaredAt === undefined ? '' : `\n  contract declared at ${declaredAt}`;
  const event = describeEntry({ Source: source, DetailType: detailType, Detail: JSON.stringify(detail) });
  return `${event}, ${sent}:\n${lines.join('\n')}${place}`;
}

function valueAt(detail: unknown, path: readonly (string | number)[]): { exists: boolean; value?: unknown } {
  let value = detail;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number' && step < value.length) value = value[step];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return { exists: false };
  }
  return { exists: true, value };
}
