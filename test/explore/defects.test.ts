import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { DEFECTS } from './defects';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterAll(() => eb.restore());

test.each(DEFECTS)('$file is found', async ({ publish, options, kind, severity, path }) => {
  const report = await eb.exploreFailures((events) => publish(events, 'defect'), { events: 3, ...options });

  const finding = report.findings.find((candidate) => candidate.kind === kind);
  expect(finding).toMatchObject({ severity, replay: `await eb.replay('${path}', publish);` });
  expect(report.safe).toBe(!report.findings.some((each) => each.severity === 'breaks'));
});

test.each(DEFECTS)('$file is safe once it is fixed', async ({ publish, options }) => {
  const report = await eb.exploreFailures((events) => publish(events, 'fixed'), { events: 3, ...options });

  expect(report.findings.filter(({ severity }) => severity !== 'note').map(({ summary }) => summary)).toEqual(
    [],
  );
  expect(report.safe).toBe(true);
});
