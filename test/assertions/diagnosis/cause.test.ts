import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../../support/root';
import { readTexts } from '../failures/failing-texts.js';

test('docs/causes.md explains every code, and no other', () => {
  const source = readFileSync(resolve(root, 'src/assertions/diagnosis/cause.ts'), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code);
  const page = readFileSync(resolve(root, 'docs/causes.md'), 'utf8');
  expect([...page.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code)).toEqual(codes);
});

test('no failing text is longer than 40 lines', () => {
  for (const [name, text] of readTexts(resolve(__dirname, '../failures/texts.txt')))
    expect({ name, isShort: text.split('\n').length <= 40 }).toEqual({ name, isShort: true });
});
