import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { consumer } from '../support/consumer';

const installed = join(consumer, 'node_modules/fake-eventbridge');
const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(installed, file), 'utf8');
const pages = files.filter((file) => file.endsWith('.md'));

/** Headings as GitHub and npm name them in links. */
function anchorsIn(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The relative links of a page that lead to no file of the package, or to no heading of it. */
function deadLinks(page: string): string[] {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : relative(installed, join(installed, dirname(page), path));
      if (target.startsWith('..') || !existsSync(join(installed, target))) return true;
      return anchor !== undefined && !anchorsIn(target).includes(anchor);
    });
}

test('the README and the documentation are in the package', () => {
  expect(pages).toEqual(
    expect.arrayContaining(['README.md', 'CHANGELOG.md', 'SECURITY.md', join('docs', 'patterns.md')]),
  );
});

test.each(pages)('every relative link of %s leads to a file and a heading of the package', (page) => {
  expect(deadLinks(page)).toEqual([]);
});

test('every page that the code mentions, as in errors, is in the package', () => {
  const code = files.filter((file) => /\.(js|d\.ts)$/.test(file));
  const mentioned = new Set(code.flatMap((file) => read(file).match(/\bdocs\/[\w/-]+\.md/g) ?? []));
  expect(mentioned.size).toBeGreaterThan(0);
  expect([...mentioned].filter((page) => !existsSync(join(installed, page)))).toEqual([]);
});
