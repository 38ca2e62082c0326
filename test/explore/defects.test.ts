import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { type FailureReport, fakeEventBridge } from 'fake-eventbridge';
import { DEFECTS, type Defect, optionsOf } from './defects';
import { MORE_DEFECTS } from './more-defects';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterAll(() => eb.restore());

/** One failure is enough for those that only these tests have. */
const boundsOf = (defect: Defect) =>
  MORE_DEFECTS.includes(defect) ? { events: 2, depth: 1 } : { events: 3 };

/** Whatever is resent is mostly published twice too, which is the worse effect and the one that is reported. */
const FOUND = [...DEFECTS, ...MORE_DEFECTS.filter(({ kind }) => kind !== 'resent')];

/** `npm run docs:assertions` writes it. */
const PINNED = resolve(__dirname, 'failing-texts.txt');
const texts = new Map<string, string>();

function failingText(report: FailureReport): string {
  try {
    report.assertSafe();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('the report is safe');
}

test.each(FOUND)('$file is found', async (defect) => {
  const { publish, kind, severity, path } = defect;
  // As many failures at once as its shortest story has. Its fixed version is explored with two.
  const depth = path.split(' + ').length;
  const options = { ...boundsOf(defect), depth, ...optionsOf(defect, 'defect') };
  const report = await eb.exploreFailures((events) => publish(events, 'defect'), options);

  const finding = report.findings.find((candidate) => candidate.kind === kind);
  expect(finding).toMatchObject({ severity, replay: `await eb.replay('${path}', publish);` });
  expect(report.safe).toBe(!report.findings.some((each) => each.severity === 'breaks'));
  if (!report.safe) texts.set(defect.file, failingText(report));
});

test('the failing text of each defect is pinned, and has at most 40 lines', () => {
  const all = [...texts].map(([file, text]) => `# ${file}\n\n${text}\n`).join('\n');
  if (process.env['UPDATE_TEXTS']) writeFileSync(PINNED, all);

  expect(all).toBe(readFileSync(PINNED, 'utf8'));
  expect([...texts].filter(([, text]) => text.split('\n').length > 40)).toEqual([]);
});

test.each([...DEFECTS, ...MORE_DEFECTS])('$file is safe once it is fixed', async (defect) => {
  const options = { ...boundsOf(defect), ...optionsOf(defect, 'fixed') };
  const report = await eb.exploreFailures((events) => defect.publish(events, 'fixed'), options);

  expect(report.findings.filter(({ severity }) => severity !== 'note').map(({ summary }) => summary)).toEqual(
    [],
  );
  expect(report.safe).toBe(true);
});
