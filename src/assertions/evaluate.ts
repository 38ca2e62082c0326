import { wrongUse } from '../base/errors.js';
import type { AssertionContext } from './context.js';
import { subjectOf } from './events-in-scope.js';
import { ASSERTIONS, type AssertionName, EVENT_ASSERTIONS } from './registry.js';
import { render, type Style } from './report/render.js';

/** What a judge says of a claim. */
export interface Judgement {
  readonly holds: boolean;
  /** Why the test fails. @param negated whether it had claimed the opposite */
  text(negated: boolean, style?: Style): string;
}

/** Judges claims about one fake. */
export interface Judge {
  (claim: AssertionName, args: readonly unknown[], method: string): Judgement;
  /** What the claims are about, as a user would write it: `eb`, `eb.bus("orders")`. */
  readonly subject: string;
}

/** The judge over the claims that a fake's journal supports or breaks. */
export function judgeOf(context: AssertionContext): Judge {
  const subject = subjectOf(context);
  const judge = (claim: AssertionName, args: readonly unknown[], method: string): Judgement => {
    if (context.scope !== undefined && !EVENT_ASSERTIONS.has(claim)) {
      throw wrongUse(
        `${method}: this is a claim about the whole fake, not about one bus: give it eb, not ${subject}.`,
      );
    }
    context.callbackErrors.throwFirst();
    const verdict = ASSERTIONS[claim](context, args, method);
    return {
      holds: verdict.holds,
      text: (negated, style) => render(verdict.report(negated), style),
    };
  };
  return Object.assign(judge, { subject });
}
