import { routed } from './checks/all-routed.js';
import { sentBatches } from './checks/batches.js';
import { keptContracts } from './checks/contracts-kept.js';
import { noDuplicates } from './checks/no-duplicates.js';
import { noEventLost } from './checks/no-event-lost.js';
import { onlyFailedEntriesResent } from './checks/only-failed-entries-resent.js';
import { nothingPublished } from './checks/published/nothing-published.js';
import { published, publishedTimes } from './checks/published/published.js';
import { publishedCount } from './checks/published/published-count.js';
import { publishedExactly } from './checks/published/published-exactly.js';
import { publishedInOrder } from './checks/published/published-in-order.js';
import { verified } from './checks/verify/verify.js';
import type { AssertionContext } from './context.js';
import type { Verdict } from './report/report.js';

/** Checks what the journal holds. @param method what the user called, for the texts of wrong use */
type Check = (context: AssertionContext, args: readonly unknown[], method: string) => Verdict;

/** Every assertion by name, behind methods and matchers alike. */
export const ASSERTIONS = {
  published,
  publishedTimes,
  publishedCount,
  nothingPublished,
  publishedInOrder,
  publishedExactly,
  keptContracts,
  routed,
  onlyFailedEntriesResent,
  noEventLost,
  noDuplicates,
  sentBatches,
  verified,
} as const satisfies Record<string, Check>;

/** The name of an assertion. */
export type AssertionName = keyof typeof ASSERTIONS;

/** The assertions about published events, which can be limited to one bus. */
export const EVENT_ASSERTIONS: ReadonlySet<AssertionName> = new Set([
  'published',
  'publishedTimes',
  'publishedCount',
  'nothingPublished',
  'publishedInOrder',
  'publishedExactly',
]);
