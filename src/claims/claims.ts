import type { ClaimContext } from './context.js';
import { keptContracts } from './kept-contracts.js';
import { noDuplicates } from './no-duplicates.js';
import { noEventLost } from './no-event-lost.js';
import { nothingPublished } from './nothing-published.js';
import { onlyFailedEntriesResent } from './only-failed-entries-resent.js';
import { published, publishedTimes } from './published.js';
import { publishedExactly } from './published-exactly.js';
import { publishedInOrder } from './published-in-order.js';
import type { Verdict } from './report.js';
import { routed } from './routed.js';
import { sentBatches } from './sent-batches.js';
import { verified } from './verify.js';

/** Everything that a test can claim, by name: the one list behind methods and matchers. */
export const CLAIMS = {
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
export type ClaimName = keyof typeof CLAIMS;

/** Judges what the journal holds. @param method what the user called, for the texts of wrong use */
type Claim = (context: ClaimContext, args: readonly unknown[], method: string) => Verdict;

/** The claims that are about published events, and so can be limited to one bus. */
export const EVENT_CLAIMS: ReadonlySet<ClaimName> = new Set([
  'published',
  'publishedTimes',
  'nothingPublished',
  'publishedInOrder',
  'publishedExactly',
]);
