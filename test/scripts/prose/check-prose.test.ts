import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { checkProse } from '../../../scripts/prose/check-prose';
import type { Rule } from '../../../scripts/prose/find-words';

const RULES: readonly Rule[] = parse(readFileSync('scripts/prose/words.yaml', 'utf8'));

const check = (file: string, ...lines: string[]) => checkProse(new Map([[file, lines.join('\n')]]), RULES);

describe('a word that is not used is found', () => {
  test('in a page, with its location and what to write instead', () => {
    expect(check('docs/page.md', '# Title', '', 'It makes a claim.')).toEqual([
      'docs/page.md:3:12: "claim" in a doc. Write: assertion, assert.',
    ]);
  });

  test('in a heading, a table and a link, with its reason', () => {
    expect(
      check('README.md', '# A ledger', '', '| a | b |', '| - | - |', '| 1 | it [strikes](x.md) |'),
    ).toEqual([
      'README.md:1:5: "ledger" in a doc. Write: journal; logical events.',
      'README.md:5:11: "strikes" in a doc. Write: fires, fired; used. A fault fires.',
    ]);
  });

  test('in a comment, also across its lines', () => {
    expect(check('test/a.ts', 'const a = 1; // is no', '// number')).toEqual([
      'test/a.ts:1:17: "is no" in a comment. Write: is not a …, are not ….',
    ]);
    expect(check('src/a.ts', '// It was asked for', '// 8, had 7.')).toEqual([
      'src/a.ts:1:11: "asked for 8, had" in a comment. Write: expected …, received ….',
    ]);
  });

  test('in TSDoc, before what it describes and behind its tags', () => {
    expect(
      check(
        'src/a.ts',
        '/**',
        ' * A list of events.',
        ' * @param x the ledger',
        ' */',
        'export const f = () => 1;',
      ),
    ).toEqual([
      'src/a.ts:2:4: "A list" in a comment. Write: array.',
      'src/a.ts:3:17: "ledger" in a comment. Write: journal; logical events.',
    ]);
  });

  test('in a message of src, plain or with values', () => {
    expect(check('src/a.ts', "throw new Error('That is no event.');")).toEqual([
      'src/a.ts:1:23: "is no" in a message. Write: is not a …, are not ….',
    ]);
    expect(check('src/a.ts', 'fail(`a ${one} and ${`two ${three} claims`} b`);')).toEqual([
      'src/a.ts:1:36: "claims" in a message. Write: assertion, assert.',
    ]);
    expect(check('src/a.ts', 'fail(`\\`${a}\\` is no \\`b\\``);')).toHaveLength(1);
  });

  test('in the title of a test, also of a table of tests', () => {
    const title = (line: string) => check('test/a.test.ts', line).map((problem) => problem.split('. ')[0]);
    expect(title("test('every claim fails', () => {});")).toEqual([
      'test/a.test.ts:1:13: "claim" in a title',
    ]);
    expect(title("describe.each([1])('claim %s', () => {});")).toHaveLength(1);
    expect(title("test.each`a\n${1}`('claims', () => {});")).toHaveLength(1);
    expect(title("test.each([['a claim', 5]])('%s', () => {});")).toHaveLength(1);
    expect(title("testUnless('reason')('a claim', () => {});")).toHaveLength(1);
  });

  test('in a name that src declares', () => {
    expect(check('src/a.ts', 'export const resendClaims = claims;')).toEqual([
      'src/a.ts:1:14: "Claims" in a name. Write: assertion, assert.',
    ]);
  });
});

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const LONG = 'A sentence of 26 words in a';
const MOST = 'Write sentences of at most 25 words.';

describe('a sentence with too many words is found', () => {
  test('in a page, with its location: in a paragraph, an item and a cell', () => {
    expect(
      check(
        'docs/a.md',
        `Short. ${words(26)}.`,
        '',
        `- ${words(26)}`,
        '',
        '| a |',
        '| - |',
        `| ${words(26)} |`,
      ),
    ).toEqual([
      `docs/a.md:1:8: ${LONG} doc. ${MOST}`,
      `docs/a.md:3:3: ${LONG} doc. ${MOST}`,
      `docs/a.md:7:3: ${LONG} doc. ${MOST}`,
    ]);
  });

  test('in TSDoc, across its lines and behind its tags', () => {
    expect(
      check(
        'src/a.ts',
        '/**',
        ` * ${words(13)}`,
        ` * ${words(13)}`,
        ` * @param x ${words(26)}`,
        ' */',
        'f();',
      ),
    ).toEqual([`src/a.ts:2:4: ${LONG} comment. ${MOST}`, `src/a.ts:4:13: ${LONG} comment. ${MOST}`]);
  });

  test('in comments of lines, messages of src and titles', () => {
    expect(check('test/a.ts', `// ${words(13)}`, `// ${words(13)}`)).toHaveLength(1);
    expect(check('src/a.ts', `fail('${words(26)}');`)).toEqual([`src/a.ts:1:7: ${LONG} message. ${MOST}`]);
    expect(check('src/a.ts', `fail(\`${words(25)} \${one}\`);`)).toHaveLength(1);
    expect(check('test/a.test.ts', `test('${words(26)}', f);`)).toHaveLength(1);
  });

  test('a colon, a semicolon, a comma and a point within a word do not end it', () => {
    expect(check('docs/a.md', `Node 20.1: ${words(12)}; ${words(6)}, ${words(6)}`)).toHaveLength(1);
  });
});

describe('a sentence passes', () => {
  test.each([
    ['of 25 words', 'docs/a.md', [`${words(25)}.`]],
    ['before the next one', 'docs/a.md', [`(${words(25)}.) ${words(25)}! ${words(25)}?`]],
    ['in which code counts as one word', 'docs/a.md', [`${words(24)} \`a b c\`.`]],
    ['in which marks do not count', 'docs/a.md', [`${words(25)} – …`]],
    [
      'that an empty line ends',
      'src/a.ts',
      ['/**', ` * ${words(20)}`, ' *', ` * ${words(20)}`, ' */', 'f();'],
    ],
    ['that a tag ends', 'src/a.ts', ['/**', ` * ${words(20)}`, ` * @throws ${words(20)}`, ' */', 'f();']],
    ['that an item ends', 'src/a.ts', ['/**', ` * ${words(20)}`, ` * - ${words(20)}`, ' */', 'f();']],
    ['that a line break of a message ends', 'src/a.ts', [`fail('${words(20)}\\n${words(20)}');`]],
    ['in a string of a test', 'test/a.ts', [`send('${words(30)}');`]],
    ['in a block of code', 'docs/a.md', ['```text', words(30), '```']],
    ['beside the titles of tests in brackets', 'docs/a.md', [`${words(20)}. [${words(30)}]`]],
  ])('%s', (_, file, lines) => {
    expect(check(file, ...lines)).toEqual([]);
  });
});

describe('text that nobody reads as prose passes', () => {
  test.each([
    [
      'code in a page',
      'docs/a.md',
      ['It has `claims`.', '', '```ts', '// claims', '```', '', '[x](claims.md)'],
    ],
    ['code in a comment', 'src/a.ts', ['/** `claims`, {@link claims}, https://example.com/claims */']],
    ['an example in TSDoc', 'src/a.ts', ['/**', ' * ```ts', ' * claims();', ' * ```', ' */', 'f();']],
    ['between two pieces of code', 'src/a.ts', ['// `a` and `claims` and `b`']],
    ['a module, a key, a code', 'src/a.ts', ["import a from './claims claims.js';", "a['claims'];"]],
    ['a string of a test', 'test/a.ts', ["send('two claims');"]],
    ['a word within a word', 'docs/a.md', ['He exclaimed. The ledger-line.']],
  ])('%s', (_, file, lines) => {
    expect(check(file, ...lines)).toEqual([]);
  });
});

describe('an exception', () => {
  const files = new Map([['docs/a.md', 'A claim, two claims.']]);

  test('excuses the same words in its file alone', () => {
    const reason = 'the word of the standard';
    expect(checkProse(files, RULES, [{ file: 'docs/a.md', words: 'claim', reason }])).toEqual([
      'docs/a.md:1:14: "claims" in a doc. Write: assertion, assert.',
    ]);
  });

  test('fails when its words are gone', () => {
    const exceptions = [
      { file: 'docs/a.md', words: 'claim', reason: '' },
      { file: 'docs/a.md', words: 'claims', reason: '' },
      { file: 'docs/b.md', words: 'ledger', reason: '' },
    ];
    expect(checkProse(files, RULES, exceptions)).toEqual([
      'docs/b.md does not have "ledger": delete the exception',
    ]);
  });
});

describe('each rule', () => {
  test.each(RULES)('$find', (rule) => {
    expect(checkProse(new Map([['docs/a.md', rule.wrong]]), [rule])).not.toEqual([]);
    expect(checkProse(new Map([['docs/a.md', rule.right ?? '']]), [rule])).toEqual([]);
  });
});
