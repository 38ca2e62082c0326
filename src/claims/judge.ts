import { wrongUse } from '../errors.js';
import { CLAIMS, type ClaimName, EVENT_CLAIMS } from './claims.js';
import type { ClaimContext } from './context.js';
import { subjectOf } from './events-of.js';
import { render, type Style } from './render.js';

/** What a judge says of a claim. */
export interface Judgement {
  readonly holds: boolean;
  /** Why the test fails. @param negated whether it had claimed the opposite */
  text(negated: boolean, style?: Style): string;
}

/** Judges claims about one fake. */
export interface Judge {
  (claim: ClaimName, args: readonly unknown[], method: string): Judgement;
  /** What the claims are about, as a user would write it: `eb`, `eb.bus("orders")`. */
  readonly subject: string;
}

/**
 * Where a fake keeps its judge. Matchers find it by this symbol, and not by a class, so that they know a fake of
 * another copy of the package: the ESM and the CommonJS one, or one from before `jest.resetModules()`.
 */
export const JUDGE = Symbol.for('fake-eventbridge.judge');

/** The judge over the claims that a fake's journal supports or breaks. */
export function judgeOf(context: ClaimContext): Judge {
  const subject = subjectOf(context);
  const judge = (claim: ClaimName, args: readonly unknown[], method: string): Judgement => {
    if (context.scope !== undefined && !EVENT_CLAIMS.has(claim)) {
      throw wrongUse(
        `${method}: this is a claim about the whole fake, not about one bus: give it eb, not ${subject}.`,
      );
    }
    const verdict = CLAIMS[claim](context, args, method);
    return {
      holds: verdict.holds,
      text: (negated, style) => render(verdict.report(negated), style),
    };
  };
  return Object.assign(judge, { subject });
}
