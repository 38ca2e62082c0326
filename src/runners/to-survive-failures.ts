import { wrongUse } from '../base/errors.js';
import type { Explorations } from '../explore/explorations.js';
import type { FailureReport } from '../explore/failure-report.js';
import { type AttachContext, attach } from './attach.js';

/** What the library uses of the `this` of a matcher. */
interface MatcherContext extends AttachContext {
  readonly isNot?: boolean;
}

/** Explores the failures of a publisher. Unlike the other matchers it has to be awaited. */
export async function toSurviveFailures(
  this: MatcherContext,
  received: unknown,
  ...[publish, options]: Parameters<Explorations['exploreFailures']>
): Promise<{ readonly pass: boolean; readonly message: () => string }> {
  if (!isFake(received)) {
    throw wrongUse(
      'toSurviveFailures: expect needs a fake. Write await expect(eb).toSurviveFailures(() => publishOrders(orders)).',
    );
  }
  const report = await received.exploreFailures(publish, options);
  const hint = `expect(eb)${this.isNot ? '.not' : ''}.toSurviveFailures(publish)`;
  const message = () => {
    attach(this, 'Failures of the publisher', 'text/html', () => report.toHtml());
    return `${hint}\n\n${failureOf(report)}`;
  };
  return { pass: report.safe, message };
}

function isFake(value: unknown): value is Explorations {
  return typeof value === 'object' && value !== null && 'exploreFailures' in value;
}

/** The report, and where its page was written. */
function failureOf(report: FailureReport): string {
  try {
    report.assertSafe();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return String(report);
}
