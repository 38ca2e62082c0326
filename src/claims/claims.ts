import type { ClaimContext } from './context.js';
import { keptContracts } from './kept-contracts.js';
import { nothingPublished } from './nothing-published.js';
import { published, publishedTimes } from './published.js';
import { publishedExactly } from './published-exactly.js';
import { publishedInOrder } from './published-in-order.js';
import type { Verdict } from './report.js';
import { verified } from './verify.js';

/** Everything that a test can claim, by name: the one list behind methods and matchers. */
export const CLAIMS = {
  published: (context, [match], method) => published(context, match, method),
  publishedTimes: (context, [match, number], method) => publishedTimes(context, match, number, method),
  nothingPublished: (context) => nothingPublished(context),
  publishedInOrder: (context, [list], method) => publishedInOrder(context, list, method),
  publishedExactly: (context, [list], method) => publishedExactly(context, list, method),
  keptContracts: (context, _, method) => keptContracts(context, method),
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
