import { wrongUse } from '../base/errors.js';
import { escapeControls } from '../base/words/excerpt.js';
import type { AssertionContext } from './context.js';
import { ASSERTIONS, type AssertionName, EVENT_ASSERTIONS } from './registry.js';
import { render } from './report/render.js';
import { gridText } from './report/story/grid-text.js';
import type { Style } from './style.js';

/** Whether an assertion holds. */
export interface Evaluation {
  readonly holds: boolean;
  /**
   * Why the test fails: asked for only when it does.
   * @param negated whether the test asserts the opposite
   * @param isRepeated whether the assertion is tried until it holds
   */
  text(negated: boolean, style?: Style, isRepeated?: boolean): string;
  /** The events by request, where the assertion is about lost, duplicated or resent events and something was sent. */
  grid(negated: boolean): string | undefined;
}

/** Evaluates assertions about one fake, or about one of its buses. */
export interface Evaluate {
  (assertion: AssertionName, args: readonly unknown[], method: string): Evaluation;
  /** What the assertions are about, as a user would write it: `eb`, `eb.bus("orders")`. */
  readonly subject: string;
}

/** What evaluates assertions in a context. */
export function createEvaluate(context: AssertionContext): Evaluate {
  const { subject, callbackErrors, reported, scope } = context;
  const evaluate = (assertion: AssertionName, args: readonly unknown[], method: string): Evaluation => {
    if (scope !== undefined && !EVENT_ASSERTIONS.has(assertion)) {
      throw wrongUse(`${method}: this assertion is about all buses. Pass eb, not ${subject}.`);
    }
    callbackErrors.throwFirst();
    const verdict = ASSERTIONS[assertion](context, args, method);
    return {
      holds: verdict.holds,
      text: (negated, style, isRepeated) => {
        const report = verdict.report(negated);
        for (const { about = [] } of report.causes ?? []) reported.addFromAssertion(about);
        return render(report, style, isRepeated);
      },
      grid: (negated) => {
        const { grid } = verdict.report(negated);
        return grid === undefined || grid.columns.length === 0 ? undefined : gridText(grid);
      },
    };
  };
  return Object.assign(evaluate, { subject: escapeControls(subject) });
}
