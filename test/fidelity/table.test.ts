import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { NO_RECORDINGS, recordings } from '../conformance/recordings';
import { root } from '../support/root';
import { testUnless } from '../support/test-unless';
import { gaps, rows, topics } from './table';

const read = (path: string) => {
  const file = resolve(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};
const facts = topics.flatMap((topic) => topic.rows);
const named = rows.map((row) => [row.id, row] as const);

/** Whether a source declares a function, a class, a constant, a method or an accessor of this name. */
function declares(source: string, name: string): boolean {
  return new RegExp(
    `\\b(?:function|class|const|get|interface) ${name}\\b|^  (?:async )?#?${name}\\(`,
    'm',
  ).test(source);
}

/** Whether a file has a test of this title, written as a string literal. */
function hasTest(source: string, title: string): boolean {
  const escaped = title.replaceAll('\\', '\\\\');
  const literals = [`'${escaped.replaceAll("'", "\\'")}'`, `"${escaped}"`, `\`${escaped}\``];
  return literals.some((literal) => source.includes(literal));
}

test('ids are unique, in kebab case', () => {
  const ids = facts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test.each(facts.map((fact) => [fact.id, fact] as const))('%s names its source and its date', (_, fact) => {
  expect(fact.date).toMatch(/^20\d\d-[01]\d(-[0-3]\d)?$/);
  expect(fact.source).toMatch(fact.evidence === 'inferred' ? /./ : /^https:\/\/|^recording: /);
});

describe.each(named)('%s', (_, row) => {
  const [file = '', name = ''] = row.code.split('#');

  test('is where the table says', () => {
    expect(declares(read(`src/${file}`) ?? '', name) ? row.code : `${row.code} does not exist`).toBe(
      row.code,
    );
  });

  test('has tests that exist', () => {
    expect(row.tests).not.toEqual([]);
    for (const reference of row.tests) {
      const [testFile = '', title = ''] = reference.split(/: (.*)/s);
      expect(hasTest(read(`test/${testFile}`) ?? '', title) ? reference : `${reference} does not exist`).toBe(
        reference,
      );
    }
  });

  test('has a mutant whose string occurs once', () => {
    const { from, to } = row.mutant;
    const source = read(`src/${row.mutant.file ?? file}`) ?? '';
    expect({ from, times: source.split(from).length - 1 }).toEqual({ from, times: 1 });
    expect(to).not.toBe(from);
  });
});

const recorded = recordings('aws-recorded-put-events.json') as { name: string }[] | undefined;
const patterns = recordings('aws-recorded-test-event-pattern.json') as { name: string }[] | undefined;

testUnless(recorded && patterns ? undefined : NO_RECORDINGS)('recordings that rows name exist', () => {
  const names = [...(recorded ?? []), ...(patterns ?? [])].map(({ name }) => `recording: ${name}`);
  const sources = facts.map(({ source }) => source).filter((source) => source.startsWith('recording: '));
  expect(sources.filter((source) => !names.includes(source))).toEqual([]);
});

test('there are rows, and gaps', () => {
  expect(rows.length).toBeGreaterThan(70);
  expect(gaps.length).toBeGreaterThan(0);
});
