import { describe, expect, test } from '@jest/globals';
import type { Finding } from 'fake-eventbridge';
import { failingText } from '../../../../src/explore/story/formats/failing-text';
import type { ReportData } from '../../../../src/explore/story/formats/report-data';

const cell = { status: 'accepted', isAnswered: true, isGuilty: false } as const;
const lines = (count: number, what: string) =>
  Array.from({ length: count }, (_, i) => `${what} ${i + 1}`).join('\n');

/** A finding whose grid, timeline and test have so many rows and lines. */
const finding = (sizes: { rows: number; timeline: number; test: number }): Finding => ({
  kind: 'lost',
  severity: 'breaks',
  summary: 'When it fails, 1 event is lost.',
  story: {
    failures: [],
    grid: {
      columns: [{ request: 1, call: 1, attempt: 1 }],
      rows: Array.from({ length: sizes.rows }, (_, i) => ({
        label: `event ${i + 1}`,
        isGuilty: i === 0,
        cells: [cell],
      })),
      hiddenRows: 0,
      hiddenColumns: 0,
    },
    timeline: lines(sizes.timeline, 'timeline'),
    events: 1,
    virtualMs: 0,
  },
  fix: 'Fix it.',
  replay: "await eb.replay('1:throttled', publish);",
  test: lines(sizes.test, 'test'),
});
const note: Finding = {
  ...{ kind: 'surfaced', severity: 'note', summary: 'When it fails, publish() rejects.' },
  ...{ story: undefined, fix: 'Nothing to fix.', replay: undefined, test: undefined },
};
const textOf = (...findings: Finding[]) => {
  const data: ReportData = { safe: false, findings, coverage: { runs: 3, depths: [], isComplete: true } };
  return failingText(data, ['The whole report: there']);
};

test('shows the worst finding whole and the others as a line each', () => {
  expect(textOf(finding({ rows: 2, timeline: 2, test: 3 }), note, note)).toBe(
    `Not safe: 1 kind of finding breaks this publisher.
Explored 3 runs.
Findings: 1 BREAKS (lost), 2 NOTE (surfaced, surfaced).

BREAKS  lost: When it fails, 1 event is lost.

     request   1
  -> event 1   ✓
     event 2   ✓
     ✓ accepted

  timeline 1
  timeline 2

  Fix: Fix it.

  Run this story again:
    await eb.replay('1:throttled', publish);

  Keep it as a test:
    test 1
    test 2
    test 3

Also found:
  NOTE  surfaced: When it fails, publish() rejects.
  NOTE  surfaced: When it fails, publish() rejects.

The whole report: there`,
  );
});

describe('where it would be longer than 40 lines', () => {
  test.each([
    [{ rows: 2, timeline: 30, test: 10 }, 2],
    [{ rows: 12, timeline: 1, test: 14 }, 2],
    [{ rows: 12, timeline: 30, test: 18 }, 9],
    [{ rows: 12, timeline: 30, test: 60 }, 9],
  ])('it is cut: %j and %d others', (sizes, others) => {
    const text = textOf(finding(sizes), ...Array.from({ length: others }, () => note));

    expect(text.split('\n').length).toBeLessThanOrEqual(38);
  });

  test('the timeline goes first', () => {
    const text = textOf(finding({ rows: 5, timeline: 30, test: 10 }), note);

    expect(text).not.toContain('timeline');
    expect(text).toContain('event 5');
    expect(text).toContain('test 10');
    expect(text).toContain('Also found:\n  NOTE  surfaced');
  });

  test('the others go before the test', () => {
    const text = textOf(finding({ rows: 12, timeline: 1, test: 16 }), note, note, note, note, note);

    expect(text).toContain('    test 16\n');
    expect(text).toContain('… 9 more events');
    expect(text).not.toContain('Also found');
    expect(text).toContain('5 NOTE (surfaced');
  });

  test('a test that does not fit is left out, with how to print it', () => {
    const text = textOf(finding({ rows: 12, timeline: 1, test: 40 }), note);

    expect(text).toContain(
      '  Keep it as a test: console.log(report.findings[0].test) prints it, in 40 lines.\n',
    );
    expect(text).toContain('event 12');
    expect(text).toContain('Also found:\n  NOTE  surfaced');
  });
});
