import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
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

test.each(FOUND)('$file is found', async (defect) => {
  const { publish, kind, severity, path } = defect;
  const options = { ...boundsOf(defect), ...optionsOf(defect, 'defect') };
  const report = await eb.exploreFailures((events) => publish(events, 'defect'), options);

  const finding = report.findings.find((candidate) => candidate.kind === kind);
  expect(finding).toMatchObject({ severity, replay: `await eb.replay('${path}', publish);` });
  expect(report.safe).toBe(!report.findings.some((each) => each.severity === 'breaks'));
});

test.each([...DEFECTS, ...MORE_DEFECTS])('$file is safe once it is fixed', async (defect) => {
  const options = { ...boundsOf(defect), ...optionsOf(defect, 'fixed') };
  const report = await eb.exploreFailures((events) => defect.publish(events, 'fixed'), options);

  expect(report.findings.filter(({ severity }) => severity !== 'note').map(({ summary }) => summary)).toEqual(
    [],
  );
  expect(report.safe).toBe(true);
});
