import { FakeEventBridgeError, wrongUse } from '../base/errors.js';
import { FAILING_TEXT } from '../base/symbols.js';
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
  ...args: Parameters<Explorations['exploreFailures']>
): Promise<{ readonly pass: boolean; readonly message: () => string }> {
  if (!isFake(received)) {
    throw wrongUse(
      'toSurviveFailures: expect needs a fake. Write await expect(eb).toSurviveFailures(() => publishOrders(orders)).',
    );
  }
  const hint = `expect(eb)${this.isNot ? '.not' : ''}.toSurviveFailures(publish)`;
  const report = await received.exploreFailures(...args).catch((error: unknown) => {
    throw asMatcherError(hint, error);
  });
  const message = () => {
    attach(this, 'Failures of the publisher', 'text/html', () => report.toHtml());
    const call = `exploreFailures(publish${args[1] === undefined ? '' : ', options'})`;
    return `${hint}\n\n${failingTextOf(report, `await eb.${call}`)}`;
  };
  return { pass: report.safe, message };
}

/** Names what the test called. */
function asMatcherError(hint: string, error: unknown): unknown {
  if (!(error instanceof FakeEventBridgeError)) return error;
  const message = error.message.replace(/^exploreFailures: /, '');
  return new FakeEventBridgeError(error.code, `${hint}\n\nMatcher error: ${message}`, { cause: error.cause });
}

function isFake(value: unknown): value is Explorations {
  return typeof value === 'object' && value !== null && 'exploreFailures' in value;
}

/** Why the test fails. A report of another copy of this package may not have it. */
function failingTextOf(report: FailureReport, printed: string): string {
  return FAILING_TEXT in report && typeof report[FAILING_TEXT] === 'function'
    ? String(report[FAILING_TEXT](printed))
    : String(report);
}
