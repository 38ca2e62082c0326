import type { Decision } from '../choices/decision.js';
import type { ShownFinding } from '../search/stories/shrink.js';
import type { FindingKind } from '../verdict/finding-kinds.js';
import { assertionLines } from './assertion-lines.js';
import { crashLines } from './crash-lines.js';
import { describeDecisions } from './describe-decisions.js';
import { faultLines } from './fault-lines.js';
import type { TestContext } from './test-context.js';

const RESULT = 'const result = (value: unknown) => ({ isRejected: false, value });';
const REJECTION = 'const rejection = (error: unknown) => ({ isRejected: true, value: error });';
const ADAPT = '// Written for Jest. In your runner, replace the calls of jest with its fake timers.';
const REQUESTS = 'const requests = () => eb.calls.reduce((sum, { attempts }) => sum + attempts.length, 0);';

/** A test in the public API that fails as long as the publisher has the defect. */
export function testToPaste(shown: ShownFinding, context: TestContext): string {
  const { run, finding, decisions } = shown;
  const { timers, events } = context;
  const call = context.call ?? `publish(${events ?? ''})`;
  const faults = faultLines(run);
  const crash = crashLines(run, context, call);
  const { advance, assert } = assertionLines(shown, context);
  const body = [
    `// When ${describeDecisions(decisions)}.`,
    ...(context.isForAnotherRunner ? [ADAPT] : []),
    `${timers}.useFakeTimers();`,
    ...(faults.countsRequests || crash?.countsRequests ? [REQUESTS] : []),
    RESULT,
    REJECTION,
    ...allowedLines(decisions),
    ...faults.lines,
    ...(crash?.faults ?? []),
    ...(crash?.publishing ?? [`const publishing = Promise.resolve(${call}).then(result, rejection);`]),
    ...advance,
    `${timers}.useRealTimers();`,
    ...assert,
  ];
  return [`test('${NAMES[finding.kind]}', async () => {`, ...body.map((line) => `  ${line}`), '});'].join(
    '\n',
  );
}

/** What `verify()` must not report after the test has passed. */
function allowedLines(decisions: readonly Decision[]): string[] {
  const dies = decisions.some(({ failure }) => failure.effect.level === 'process');
  // A fixed publisher takes another course after the first failure.
  const mayNotCome = decisions.length > 1 || decisions.some(({ request }) => request > 1);
  const allowed = [...(dies ? ["'unfinished-call'"] : []), ...(mayNotCome ? ["'unused-fault'"] : [])];
  return allowed.length === 0 ? [] : [`eb.allow(${allowed.join(', ')});`];
}

const NAMES: Readonly<Record<FindingKind, string>> = {
  lost: 'publishes every event, or reports what it could not publish',
  'logged-only': 'publishes every event, or reports what it could not publish',
  duplicated: 'publishes no event twice',
  resent: 'resends only failed entries',
  hung: 'comes to an end',
  crashed: 'leaves no rejection unhandled',
  'retried-in-vain': 'does not retry what cannot succeed',
  'not-retried': 'retries what can succeed',
  wait: 'waits before it resends',
  attempts: 'does not send an event too often',
  'unavoidable-duplicate': 'publishes an event twice when its response is lost',
  surfaced: 'reports what was not published',
  unknown: 'does the same each time',
};
