import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const readme = readFileSync(resolve(__dirname, '../../README.md'), 'utf8');

/** The code block of the README whose first line is this comment. The comment stays. */
export function blockOf(title: string): string {
  const blocks = [...readme.matchAll(/^```[jt]s\n(.*?)^```/gms)].map(([, code = '']) => code);
  const block = blocks.find((code) => code.startsWith(`// ${title}\n`));
  if (block === undefined) throw new Error(`README.md has no block that begins with // ${title}`);
  return block;
}

/** The failing text that the README shows. */
export const failingText = /^```text\n(.*?)\n```/ms.exec(readme)?.[1] ?? '';

const publisher = blockOf('publish-orders.ts');

/** The files of the README's first test, by name. */
export const firstTest = {
  'publish-orders.ts': publisher,
  'orders.test.ts': blockOf('orders.test.ts'),
};

/** With the test that fails. */
export const failingTest = {
  ...firstTest,
  'orders.test.ts': `${firstTest['orders.test.ts']}\n${blockOf('orders.test.ts, continued')}`,
};

/** With the publisher that it makes pass. */
export const fixedTest = {
  ...failingTest,
  'publish-orders.ts': publisher.replace(/^ {2}await client\.send.*\n/m, blockOf('publish-orders.ts, fixed')),
};
