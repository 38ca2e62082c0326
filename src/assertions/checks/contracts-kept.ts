import { wrongUse } from '../../base/errors.js';
import { isObject } from '../../base/json/json.js';
import { count, times } from '../../base/words/english.js';
import type { ContractBreach } from '../../contracts/contract-breach.js';
import type { AssertionContext } from '../context.js';
import { describeEntry } from '../report/describe-sending.js';
import { printPath, printValue } from '../report/print-value.js';
import type { Verdict } from '../report/report.js';

const MAX_BREACHES = 5;

const MAX_ISSUES = 5;

export const CONTRACT_FIX =
  'Fix what your code publishes, or the schema. EventBridge itself does not check contracts.';

/** Every detail that was sent keeps the contract declared for its events. */
export function keptContracts(
  { contracts }: AssertionContext,
  _: readonly unknown[],
  method: string,
): Verdict {
  if (contracts.contracts.length === 0) {
    throw wrongUse(
      `${method}: no contract is declared. Declare one with eb.contract(source, detailType, schema).`,
    );
  }
  const { breaches, unfinished } = contracts;
  // Neither yes nor no: with .not too, this must not pass.
  if (unfinished > 0) throw wrongUse(`${method}: ${unfinishedText(unfinished)}`);
  return {
    holds: breaches.length === 0,
    report: (negated) =>
      negated
        ? { summary: 'Expected a detail to break its contract, but every detail keeps it.' }
        : {
            summary: `Expected every detail to keep its contract, but ${count(breaches.length, 'detail does', 'details do')} not.`,
            causes: [
              {
                code: 'broken-contract',
                text: describeBreaches(breaches),
                fix: CONTRACT_FIX,
                about: breaches.map(({ detail }) => detail),
              },
            ],
          },
  };
}

export function unfinishedText(unfinished: number): string {
  return `an asynchronous schema has not checked ${count(unfinished, 'detail')} yet. Call await eb.contractsChecked() first.`;
}

/** What breaks which contract, and where. */
export function describeBreaches(breaches: readonly ContractBreach[]): string {
  const listed = breaches
    .slice(0, MAX_BREACHES)
    // The location of a contract that several details break comes once, after the last of them.
    .map((breach, i, all) => describeBreach(breach, all[i + 1]?.declaredAt !== breach.declaredAt));
  const rest = breaches.length - listed.length;
  return [...listed, ...(rest > 0 ? [`… and ${rest} more: console.log(eb.breaches)`] : [])].join('\n');
}

function describeBreach(
  { source, detailType, issues, detail, calls, declaredAt }: ContractBreach,
  showsLocation: boolean,
): string {
  const listedCalls = `${calls.length === 1 ? 'call' : 'calls'} ${calls.slice(0, 5).join(', ')}${calls.length > 5 ? ` (${times(calls.length)} in total)` : ''}`;
  const lines = issues.slice(0, MAX_ISSUES).map(({ path, message }) => {
    const found = valueAt(detail, path);
    const value = found.exists ? `received ${printValue(found.value, 4)}` : 'it is missing';
    return `  ${printPath(['detail', ...path])}: ${message}${path.length === 0 ? '' : ` (${value})`}`;
  });
  const rest = issues.length - lines.length;
  if (rest > 0) lines.push(`  … and ${count(rest, 'more issue', 'more issues')}`);
  const location = declaredAt === undefined || !showsLocation ? '' : `\n  contract declared at ${declaredAt}`;
  const event = describeEntry({ Source: source, DetailType: detailType, Detail: JSON.stringify(detail) });
  return `${event}, sent in ${listedCalls}, breaks its contract:\n${lines.join('\n')}${location}`;
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
