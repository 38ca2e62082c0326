import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FailureReport, fakeEventBridge } from 'fake-eventbridge';
import { orders } from '../../../examples/defects/failing-text';
import { publish } from '../../../examples/defects/retry-inside-try';
import { reportHtml } from '../../../src/explore/story/formats/report-html';
import { buildSources } from '../../support/build-sources';
import { root } from '../../support/root';
import { temporaryFolder } from '../../support/temporary-folder';
import { testUnless } from '../../support/test-unless';
import { writeVitestConfig } from '../../support/vitest';

const folder = temporaryFolder('report');

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());

let report: FailureReport;
beforeAll(async () => {
  report = await eb.exploreFailures((events) => publish(orders(events)), { events: 3, depth: 1 });
});

test('as text: the sentence, the grid, the fix, the replay and the test', () => {
  const text = String(report);

  expect(text).toContain('Not safe: 1 kind of finding breaks this publisher.');
  expect(text).toContain(
    'BREAKS  duplicated: When the first entry of request 1 fails with ThrottlingException each time it is sent, 1 event is published twice, although every response to it arrived.',
  );
  expect(text).toContain(
    [
      '     request                         1   2   3   4   5   6   7',
      '     OrderPlaced {"orderId":"o-1"}   ✗   ✗   ✗   ✗   ✗   ✗   ✗',
      '  -> OrderPlaced {"orderId":"o-2"}   ✓   ·   ·   ·  [✓]  ·   ✓',
    ].join('\n'),
  );
  expect(text).toContain("await eb.replay('2 events: 1:entry-throttled:first:always', publish);");
  expect(text).toContain("eb.failEntry({ detail: { orderId: 'o-1' } }, 'ThrottlingException').always();");
});

test('assertSafe fails where the test calls it', () => {
  try {
    report.assertSafe();
  } catch (error) {
    const [frame] = /^ +at .*$/m.exec(String(error instanceof Error && error.stack)) ?? [];
    expect(frame).toContain('create-report.test.ts');
  }
  expect.assertions(1);
});

test('assertSafe fails with the worst finding, and says where the others are', () => {
  expect(() => report.assertSafe()).toThrow('The whole report: console.log(String(report));');
});

test('writes its page once, and only where the environment names a folder', () => {
  const pages = join(folder, 'pages');
  process.env['FAKE_EVENTBRIDGE_REPORTS'] = pages;
  try {
    expect(() => report.assertSafe()).toThrow('The report as a page: ');
    expect(() => report.assertSafe()).toThrow('The report as a page: ');
    expect(readdirSync(pages)).toHaveLength(1);
  } finally {
    delete process.env['FAKE_EVENTBRIDGE_REPORTS'];
  }
});

test('as data', () => {
  expect(JSON.parse(JSON.stringify(report))).toMatchObject({
    safe: false,
    findings: [{ kind: 'duplicated', story: { events: 2, failures: [expect.any(String)] } }, {}, {}, {}, {}],
    coverage: { isComplete: true },
  });
});

test('as Markdown, cut where it would be too long', () => {
  expect(report.toMarkdown()).toContain('| event | request 1 | request 2 |');
  expect(report.toMarkdown()).toContain('```mermaid\nsequenceDiagram');
  expect(Buffer.byteLength(report.toMarkdown(2_000))).toBeLessThanOrEqual(2_000);
  expect(report.toMarkdown(2_000)).toContain('longer than fits here');
});

test('as a Mermaid diagram', () => {
  expect(report.toMermaid().split('\n').slice(0, 5)).toEqual([
    'sequenceDiagram',
    '  participant P as publisher',
    '  participant E as EventBridge',
    '  P->>E: request 1, 2 of the events shown',
    '  E-->>P: OrderPlaced #123;#34;orderId#34;:#34;o-1#34;#125;: rejected',
  ]);
});

test('as a page that needs nothing else', () => {
  const page = report.toHtml();

  expect(Buffer.byteLength(page)).toBeLessThan(100_000);
  expect(page).not.toMatch(/<script|<link|<img|url\(|https?:/);
  expect(page).toContain('<caption>');
  expect(page).toContain('<th scope="row">');
  expect(page).toContain('prefers-color-scheme:dark');
});

test('as a page below 100 KB, however much there is to show', () => {
  const finding = report.findings[0];
  const story = finding?.story;
  const cell = { status: 'accepted', isAnswered: true, isGuilty: true } as const;
  const cells = Array.from({ length: 12 }, () => cell);
  const row = { label: 'OrderPlaced {"orderId":"o-1"}', isGuilty: true, cells };
  const columns = cells.map((_, index) => ({ request: index + 1, call: 1, attempt: 1 }));
  const grid = { columns, rows: cells.map(() => row), hiddenRows: 13, hiddenColumns: 48 };
  if (finding === undefined || story === undefined) throw new Error('nothing was found');
  const large = { ...finding, story: { ...story, grid, timeline: 'x'.repeat(50_000) } };

  const page = reportHtml({ ...report, findings: Array.from({ length: 13 }, () => large) });

  expect(Buffer.byteLength(page)).toBeLessThan(100_000);
  expect(page.match(/<h2/g)).toHaveLength(13);
  expect(page).toContain('… 13 more events and 48 more requests');
});

test('as the summary of a GitHub step, where there is one, cut below its limit', () => {
  const file = join(folder, 'summary.md');
  expect(report.writeStepSummary()).toBe(false);
  process.env['GITHUB_STEP_SUMMARY'] = file;
  try {
    expect(report.writeStepSummary()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(`${report.toMarkdown()}\n`);

    writeFileSync(file, `${'x'.repeat(997_000)}\n`);
    expect(report.writeStepSummary()).toBe(true);
    expect(statSync(file).size).toBeLessThanOrEqual(1_000_000);
    expect(readFileSync(file, 'utf8')).toContain('\n## Failures of the publisher\n');

    writeFileSync(file, 'x'.repeat(999_000));
    expect(report.writeStepSummary()).toBe(false);
    expect(statSync(file).size).toBe(999_000);
  } finally {
    delete process.env['GITHUB_STEP_SUMMARY'];
  }
});

test('in Vitest, a failing assertion attaches its grid, and toSurviveFailures its page', () => {
  const files = mkdtempSync(join(folder, 'vitest-'));
  writeFileSync(
    join(files, 'orders.test.ts'),
    `
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { expect, test } from 'vitest';
import { setupFakeEventBridge } from 'fake-eventbridge/vitest';
import { orders } from '../../../examples/defects/failing-text';
import { publish } from '../../../examples/defects/retry-inside-try';

const eb = setupFakeEventBridge(EventBridgeClient);

test('grid', async () => {
  eb.failEntry('any', 'ThrottlingException').always();
  await publish(orders(1)).catch(() => {});
  expect(eb).toHaveLostNoEvents();
});
test('page', () => expect(eb).toSurviveFailures(() => publish(orders(2)), { depth: 1 }));
test('nothing', () => expect(eb).toHaveLostNoEvents());
`,
  );
  const reporter =
    '{ onTestCaseAnnotate: (test, annotation) => console.log(JSON.stringify([test.name, annotation])) }';
  const config = writeVitestConfig(files, reporter, buildSources(join(files, 'src')));
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config],
    { encoding: 'utf8', cwd: root },
  );
  const attached = stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [name, { message, attachment }] = JSON.parse(line);
      const content = Buffer.from(attachment.body, 'base64').toString();
      return [name, message, attachment.contentType, content.split('\n')[0]];
    });

  expect(attached).toEqual([
    ['grid', 'Events by request', 'text/plain', expect.stringMatching(/^ {3}request .* 1 {3}2 {3}3/)],
    ['page', 'Failures of the publisher', 'text/html', '<!doctype html>'],
  ]);
  expect(readdirSync(files)).not.toContain('.vitest-attachments');
});

const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);
const testInBrowser = testUnless(chromium === undefined ? 'no Chromium on this machine' : undefined);

describe('in a browser', () => {
  /** Opens the page with a script in it. @returns what the script wrote into the document */
  const inBrowser = (script: string, ...args: string[]) => {
    const file = join(folder, 'page.html');
    const end = `<script>document.title = JSON.stringify((() => { ${script} })())</script></body>`;
    writeFileSync(file, report.toHtml().replace('</body>', end));
    const dom = browse('--dump-dom', ...args, `file://${file}`);
    const [, title = ''] = /<title>(.*?)<\/title>/s.exec(dom) ?? [];
    return JSON.parse(title.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
  };
  const browse = (...args: string[]) =>
    execFileSync(
      String(chromium),
      [
        ...[
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-sync',
        ],
        ...[
          '--disable-component-update',
          `--user-data-dir=${mkdtempSync(join(folder, 'profile-'))}`,
          ...args,
        ],
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );

  testInBrowser('is a table with headers, and every cell has words', () => {
    const page = inBrowser(`
      const cells = [...document.querySelectorAll('td')];
      return {
        tables: document.querySelectorAll('table').length,
        captions: document.querySelectorAll('caption').length,
        silent: cells.filter((cell) => cell.querySelector('.words').textContent === '').length,
        reachable: [...document.querySelectorAll('.scroll, summary')].filter((e) => e.tabIndex < 0).length,
      };`);

    expect(page).toEqual({ tables: 5, captions: 5, silent: 0, reachable: 0 });
  });

  testInBrowser('fits a window of 320 pixels, which is 400 % zoom', () => {
    // A headless window has a least width, and a frame has not.
    const file = join(folder, 'narrow.html');
    const page = report.toHtml().replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const script = `onload = () => { const { scrollWidth, clientWidth } = document.querySelector('iframe').contentDocument.documentElement; document.title = scrollWidth - clientWidth; }`;
    writeFileSync(
      file,
      `<title></title><iframe width="320" height="800" style="border:0" srcdoc="${page}"></iframe><script>${script}</script>`,
    );

    expect(browse('--dump-dom', '--virtual-time-budget=2000', `file://${file}`)).toContain(
      '<title>0</title>',
    );
  });

  testInBrowser('can be painted, light and dark', () => {
    const file = join(folder, 'page.html');
    writeFileSync(file, report.toHtml());
    for (const scheme of ['light', 'dark']) {
      const picture = join(folder, `${scheme}.png`);
      const dark = scheme === 'dark' ? ['--force-dark-mode', '--blink-settings=preferredColorScheme=0'] : [];
      browse(`--screenshot=${picture}`, '--window-size=1000,1600', ...dark, `file://${file}`);
      expect(statSync(picture).size).toBeGreaterThan(20_000);
      if (process.env['KEEP_PICTURES']) execFileSync('cp', [picture, process.env['KEEP_PICTURES']]);
    }
  });
});
