import { count } from '../../../base/words/english.js';
import type { AssertionContext } from '../../context.js';
import { notConnected, notFaked } from '../../diagnosis/missing-events.js';
import type { Verdict } from '../../report/report.js';
import { brokenContracts, uncheckedContracts } from './broken-contracts.js';
import { droppedEvents } from './dropped-events.js';
import { failedTargets, unfinishedTargets } from './failed-targets.js';
import type { Finding } from './finding.js';
import { invalidEntries, invalidRequests } from './invalid-requests.js';
import { unfinishedCalls } from './unfinished-calls.js';
import { unusedFaults } from './unused-faults.js';

/** What finds the problems of one kind. It is given a way to leave out what was reported already. */
type Finder = (context: AssertionContext, isNew: (about: object) => boolean) => Finding | undefined;

const FINDERS: readonly Finder[] = [
  strays(notConnected),
  strays(notFaked),
  unfinishedCalls,
  invalidRequests,
  invalidEntries,
  droppedEvents,
  brokenContracts,
  uncheckedContracts,
  failedTargets,
  unfinishedTargets,
  unusedFaults,
];

/** Nothing is left that a passing test would hide. Each problem is reported once. */
export function verified(context: AssertionContext): Verdict {
  const { allowed, reported } = context;
  const isNew = (about: object) => !reported.has(about);
  const findings = FINDERS.flatMap((find) => find(context, isNew) ?? []).filter(
    ({ problem }) => !allowed.has(problem),
  );
  return {
    holds: findings.length === 0,
    report: () => {
      for (const { about } of findings) reported.addFromVerify(about);
      return {
        summary: `verify() found ${count(findings.length, 'problem')} that this test did not check.`,
        causes: findings.map(({ problem, text, fix, about }) => ({ code: problem, text, fix, about })),
        next: `If this test is meant to have ${findings.length === 1 ? 'this problem' : 'these problems'}, call eb.allow(${names(findings)}) in it.`,
      };
    },
  };
}

function names(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ problem }) => `"${problem}"`))].join(', ');
}

/** Requests that nobody serves, as assertions explain them. */
function strays(explain: typeof notFaked): Finder {
  return (context, isNew) => {
    if (context.journal.strays.length === 0 || !context.straysFail) return undefined;
    const cause = explain(context);
    if (cause === undefined) return undefined;
    const { code, text, fix = '', about = [] } = cause;
    if ((code !== 'not-faked' && code !== 'not-connected') || !about.some(isNew)) return undefined;
    return { problem: code, text, fix, about };
  };
}
