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

/** The failing text of the README that begins with this assertion. */
export function failingTextOf(assertion: string): string {
  const texts = [...readme.matchAll(/^```text\n(.*?)\n```/gms)].map(([, text = '']) => text);
  const found = texts.find((text) => text.startsWith(assertion));
  if (found === undefined) throw new Error(`README.md has no failing text of ${assertion}`);
  return found;
}

/** The code with one change: what is replaced has to be there. */
export function changed(code: string, from: string | RegExp, to: string): string {
  const result = code.replace(from, () => to);
  if (result === code) throw new Error(`README.md has no ${from} where it is to become ${to}`);
  return result;
}

const publisher = blockOf('publish-orders.ts');

/** The files of the README's first test, by name. */
export const firstTest = {
  'publish-orders.ts': publisher,
  'orders.test.ts': blockOf('orders.test.ts'),
};

/** The first test, as it expects another order. */
export const expectsAnotherOrder = (code: string) =>
  changed(code, "detail: { orderId: 'o-1'", "detail: { orderId: 'o-2'");

/** With the test that fails. */
export const failingTest = {
  ...firstTest,
  'orders.test.ts': `${firstTest['orders.test.ts']}\n${blockOf('orders.test.ts, continued')}`,
};

/** With the publisher that it makes pass. */
export const fixedTest = {
  ...failingTest,
  'publish-orders.ts': changed(
    publisher,
    /^ {2}await client\.send.*\n/m,
    blockOf('publish-orders.ts, fixed'),
  ),
};
