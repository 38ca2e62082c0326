import type { Decision } from '../choices/decision.js';
import type { ShownFinding } from '../search/stories/shrink.js';
import type { FindingKind } from '../verdict/finding-kinds.js';
import { assertionLines } from './assertion-lines.js';
import { crashLines, publishingLine } from './crash-lines.js';
import { describeDecisions } from './describe-decisions.js';
import { faultLines } from './fault-lines.js';
import type { TestContext } from './test-context.js';

const REQUESTS = 'const requests = () => eb.calls.reduce((sum, { attempts }) => sum + attempts.length, 0);';

/** A test in the public API that fails as long as the publisher has the defect. */
export function testToPaste(shown: ShownFinding, context: TestContext): string {
  const { run, finding, decisions } = shown;
  const { lines, events } = context;
  const call = context.call ?? `publish(${events ?? ''})`;
  const faults = faultLines(run);
  const crash = crashLines(run, context, call);
  const { advance, assert } = assertionLines(shown, context);
  const body = [
    ...lines.fakeTimers,
    ...(faults.countsRequests || crash?.countsRequests ? [REQUESTS] : []),
    ...allowedLines(decisions),
    ...faults.lines,
    ...(crash?.faults ?? []),
    ...(crash?.publishing ?? [publishingLine(call)]),
    ...advance,
    lines.realTimers,
    ...assert,
  ];
  const all = [`// When ${describeDecisions(decisions)}.`, ...importComment(body), ...body];
  const title = NAMES[finding.kind];
  return [
    `${lines.test}('${title}', async (${lines.context}) => {`,
    ...all.map((line) => `  ${line}`),
    '});',
  ].join('\n');
}

/** What a test with Node's fake timers and assertions has to import. */
function importComment(body: readonly string[]): string[] {
  const imports = [
    [/(^|[^.])\bmock\./, "import { mock } from 'node:test';"],
    [/\bassert\./, "import assert from 'node:assert/strict';"],
  ] as const;
  const used = imports.filter(([name]) => body.some((line) => name.test(line))).map(([, text]) => text);
  return used.length === 0 ? [] : [`// Needs ${used.join(' ')}`];
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
