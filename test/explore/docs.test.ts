import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { orders } from '../../examples/defects/failing-text';
import { CATALOG } from '../../src/explore/choices/catalog';
import { SEVERITIES } from '../../src/explore/verdict/finding-kinds';
import { DEFECTS } from './defects';

/** Without the spaces that align its tables. */
const page = readFileSync(resolve(__dirname, '../../docs/explore.md'), 'utf8').replace(/ +(?= \|)/g, '');
const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());

test('the page has the story of each defect', () => {
  for (const { file, kind, severity, path } of DEFECTS)
    expect(page).toContain(`| \`${file}\` | \`${kind}\` | ${severity} | \`${path}\` |`);
});

test('the page names every failure and every finding', () => {
  for (const { name } of CATALOG) expect(page).toContain(`\`${name}\``);
  for (const [kind, severity] of Object.entries(SEVERITIES))
    expect(page).toMatch(new RegExp(`\\| \`${kind}\` \\| ${severity} \\|`));
});

test('the page names every option', () => {
  const source = readFileSync(resolve(__dirname, '../../src/explore/explore-options.ts'), 'utf8');
  const options = [...source.matchAll(/^ {2}readonly (\w+)\?/gm)].map(([, name]) => name);

  expect(options).toContain('offered');
  for (const option of options) expect(page).toMatch(new RegExp(`^\\| \`${option}(\\.\\w+)?\` \\|`, 'm'));
});

test('the page shows what the report of its first sample begins with', async () => {
  const client = new EventBridgeClient({});
  const publish = async (count: number) => {
    await client.send(new PutEventsCommand({ Entries: orders(count) }));
  };

  const report = String(await eb.exploreFailures(publish));

  const [, shown = ''] = /^```text\n(.*?)\n\n {2}…\n/ms.exec(page) ?? [];
  expect(report.slice(0, shown.length)).toBe(shown);
  expect(shown).toContain('call 1: 1 entry, failed in part');
});
