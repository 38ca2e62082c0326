import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../support/root';

const page = readFileSync(join(root, 'docs/patterns-specification.md'), 'utf8');
/** The numbered sentences of the page, with the tests that they name. */
const sentences = [...page.matchAll(/^(\d+)\. (.*) \[([^\]]+)\]$/gm)].map(([, number, text, tests]) => ({
  number: Number(number),
  text: text ?? '',
  tests: tests?.split('; ') ?? [],
}));
/** The names of tests, of groups of them, and of the rows of tables of them. */
const titles = new Set(
  ['pattern', 'match', 'rules', 'service', 'cloudformation'].flatMap((folder) =>
    readdirSync(join(root, 'test', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts') && file !== 'specification.test.ts')
      .flatMap((file) => [
        ...readFileSync(join(root, 'test', folder, file), 'utf8').matchAll(
          /(?:(?:test|describe)\(|\)\(|\[)\s*'((?:[^'\\\n]|\\.)*)',/g,
        ),
      ])
      .map(([, title = '']) => title),
  ),
);

describe('docs/patterns-specification.md is a specification', () => {
  test('whose sentences are numbered one after the other', () => {
    expect(sentences.map(({ number }) => number)).toEqual(sentences.map((_, i) => i + 1));
    expect(sentences.length).toBe([...page.matchAll(/^\d+\. /gm)].length);
    expect(sentences.length).toBeGreaterThanOrEqual(36);
  });

  test.each(sentences.map((sentence) => [sentence.number, sentence] as const))(
    'sentence %d says what MUST be, and names tests that exist',
    (_, { text, tests }) => {
      expect(text).toMatch(/\bMUST\b/);
      expect(tests.filter((title) => !titles.has(title))).toEqual([]);
    },
  );
});
