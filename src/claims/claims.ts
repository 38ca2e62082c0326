import type { ClaimContext } from './context.js';
import { nothingPublished } from './nothing-published.js';
import { published, publishedTimes } from './published.js';
import type { Verdict } from './report.js';
import { routed } from './routed.js';
import { verified } from './verify.js';

/** Everything that a test can claim, by name: the one list behind methods and matchers. */
export const CLAIMS = {
  published: (context, [match], method) => published(context, match, method),
  publishedTimes: (context, [match, number], method) => publishedTimes(context, match, number, method),
  nothingPublished: (context) => nothingPublished(context),
  routed: (context, _, method) => routed(context, method),
  verified: (context) => verified(context),
} as const satisfies Record<string, Claim>;

/** The name of a claim. */
export type ClaimName = keyof typeof CLAIMS;

/** Judges what the journal holds. @param method what the user called, for the texts of wrong use */
type Claim = (context: ClaimContext, args: readonly unknown[], method: string) => Verdict;
