import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { runMutant } from './support/run-mutant';

const readme = readFileSync(resolve(__dirname, '../README.md'), 'utf8');
const block = (language: string) =>
  new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(readme)?.[1] ?? '';

test('README.md shows the text with which its own test fails when the publisher sends whole batches again', () => {
  const { failed, text } = runMutant(
    'order-publisher',
    'publish-orders.ts',
    ['entries = again.map(({ entry }) => entry);', 'entries = again.length > 0 ? [...chunk] : [];'],
    { file: 'readme.test.ts', text: block('ts') },
  );

  expect(failed).toEqual(['an order that EventBridge throttles is sent again, once']);
  expect(text).toContain(block('text').trimEnd());
});
