import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as library from 'fake-eventbridge';
import { root } from './support/root';

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
