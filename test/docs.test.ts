import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import * as library from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { messageOf, settled, uncoloured } from './support/failure';
import { root } from './support/root';
import { sendOrders } from './support/story';

/** As the error for an option that does not exist lists them. */
function optionNames(): string[] {
  try {
    Reflect.apply(library.fakeEventBridge, undefined, [{ noSuchOption: 1 }]);
  } catch (error) {
    const [, names = ''] = / There are (.*)\.$/.exec(String(error)) ?? [];
    return names.replaceAll('"', '').split(/, | and /);
  }
  throw new Error('no error');
}

test('docs/api.md has every method and property of the fake, every option, matcher and export', () => {
  const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
  const names = [
    ...Object.keys(library.fakeEventBridge()),
    ...Object.keys(library.matchers),
    ...Object.keys(library),
    ...optionNames(),
  ];
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([]);
});

test('docs/troubleshooting.md quotes errors as the code has them', () => {
  const page = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8');
  const [, ours = ''] = /^## Errors$(.*?)^## /ms.exec(page) ?? [];
  const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
    .join('\n');
  const quoted = [...ours.matchAll(/^### `(.+)`$/gm)].flatMap(([, text = '']) => text.split('…'));
  const texts = quoted.map((text) => text.replace(/"DetailType"/, '"${key}"').trim());
  expect(texts.length).toBeGreaterThan(8);
  expect(texts.filter((text) => !code.includes(text))).toEqual([]);
});

describe('sample output', () => {
  /** The `text` blocks of a page. Where a fault was declared is another location in each test. */
  const blocksOf = (page: string) =>
    [...readFileSync(join(root, 'docs', page), 'utf8').matchAll(/^```text\n(.*?)\n```/gms)].map(
      ([, text = '']) => withoutLocations(text),
    );
  const withoutLocations = (text: string) => settled(text).replace(/ at \S+\.ts:…/g, ' at …');
  const eb = library.fakeEventBridge();
  beforeEach(() => eb.reset());

  test('of docs/lost-duplicated-resent.md is what the fake prints', async () => {
    const [grid = '', timeline, ...others] = blocksOf('lost-duplicated-resent.md');
    expect(others).toEqual([]);

    eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
    await sendOrders(eb.client(), 'o-1', 'o-2');
    await sendOrders(eb.client(), 'o-1', 'o-2');
    expect(messageOf(() => eb.assertOnlyFailedEntriesResent())).toContain(`\n\n${grid}\n\n`);

    eb.reset();
    eb.failRequest('InternalException');
    eb.failEntry('any', 'ThrottlingException');
    await sendOrders(eb.client(), 'o-1', 'o-2');
    expect(withoutLocations(eb.timeline())).toBe(timeline);
  });

  test('of docs/assertions.md is what a matcher prints', () => {
    const wrong = { DetailType: 'OrderPlaced' } as never;
    expect(blocksOf('assertions.md')).toEqual([
      uncoloured(messageOf(() => expect(eb).not.toHavePublished(wrong))),
    ]);
    expect(() => expect(eb).not.toHavePublished(wrong)).toThrow(library.FakeEventBridgeError);
  });

  test('of the other pages has its own tests', () => {
    const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
    const withOutput = pages.filter((page) => page.endsWith('.md') && blocksOf(page).length > 0);
    expect(withOutput.sort()).toEqual([
      'assertions.md',
      'explore.md',
      'failing-texts.md',
      'lost-duplicated-resent.md',
    ]);
  });
});

describe('what docs/assertions.md says of verify() and of a number that is offered', () => {
  const eb = library.fakeEventBridge();

  test('a test that looks at the response alone has not checked the rejected entry', async () => {
    const { FailedEntryCount } = await sendOrders(eb.client(), {
      Source: 'aws.orders',
      DetailType: 'OrderPlaced',
      Detail: '{}',
    });
    expect(FailedEntryCount).toBe(1);
    expect(messageOf(() => eb.verify())).toContain('[invalid-entry]');
  });

  test('a number is a minimum', async () => {
    eb.reset();
    await sendOrders(eb.client(), 'o-1', 'o-2', 'o-3');
    expect(eb).toHaveLostNoEvents(1);
  });
});
