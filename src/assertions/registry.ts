import { routed } from './checks/all-routed.js';
import { sentBatches } from './checks/batches.js';
import { keptContracts } from './checks/contracts-kept.js';
import { noDuplicates } from './checks/no-duplicates.js';
import { noEventLost } from './checks/no-event-lost.js';
import { nothingPublished } from './checks/nothing-published.js';
import { onlyFailedEntriesResent } from './checks/only-failed-entries-resent.js';
import { published, publishedTimes } from './checks/published.js';
import { publishedExactly } from './checks/published-exactly.js';
import { publishedInOrder } from './checks/published-in-order.js';
import { verified } from './checks/verify.js';
import type { AssertionContext } from './context.js';
import type { Verdict } from './report/report.js';

/** Everything that a test can claim, by name: the one list behind methods and matchers. */
export const ASSERTIONS = {
  published: (context, [match], method) => published(context, match, method),
  publishedTimes: (context, [match, number], method) => publishedTimes(context, match, number, method),
  nothingPublished: (context) => nothingPublished(context),
  publishedInOrder: (context, [list], method) => publishedInOrder(context, list, method),
  publishedExactly: (context, [list], method) => publishedExactly(context, list, method),
  keptContracts: (context, _, method) => keptContracts(context, method),
  routed: (context, _, method) => routed(context, method),
  onlyFailedEntriesResent: (context) => onlyFailedEntriesResent(context),
  noEventLost: (context, [offered], method) => noEventLost(context, offered, method),
  noDuplicates: (context, [by], method) => noDuplicates(context, by, method),
  sentBatches: (context, [sizes], method) => sentBatches(context, sizes, method),
  verified: (context) => verified(context),
} as const satisfies Record<string, Claim>;

/** The name of a claim. */
export type AssertionName = keyof typeof ASSERTIONS;

/** Judges what the journal holds. @param method what the user called, for the texts of wrong use */
type Claim = (context: AssertionContext, args: readonly unknown[], method: string) => Verdict;

/** The claims that are about published events, and so can be limited to one bus. */
export const EVENT_ASSERTIONS: ReadonlySet<AssertionName> = new Set([
  'published',
  'publishedTimes',
  'nothingPublished',
  'publishedInOrder',
  'publishedExactly',
]);
