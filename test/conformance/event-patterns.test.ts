import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { CompiledPattern } from '../../src/pattern/compiled-pattern';
import { InvalidPattern } from '../../src/pattern/language/invalid-pattern';

/** A pattern and an event with the verdict of AWS's open-source rule engine, or the error that the pattern deserves. */
interface Pair {
  readonly pattern: string;
  readonly event: string;
  readonly match?: boolean;
  readonly error?: string;
}

const pairs: Pair[] = readFileSync(join(__dirname, 'event-patterns.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

function verdict(
  { pattern, event }: Pair,
  how: (compiled: CompiledPattern, event: string) => boolean,
): unknown {
  try {
    return { match: how(new CompiledPattern(pattern), event) };
  } catch (error) {
    if (error instanceof InvalidPattern) return { error: error.reason };
    throw error;
  }
}

function wrong(how: (compiled: CompiledPattern, event: string) => boolean): unknown[] {
  return pairs.flatMap((pair) => {
    const wanted = pair.error === undefined ? { match: pair.match } : { error: pair.error };
    const given = verdict(pair, how);
    return JSON.stringify(given) === JSON.stringify(wanted) ? [] : [{ ...pair, given }];
  });
}

test('there are as many pairs as the corpus has', () => {
  expect(pairs).toHaveLength(2973);
});

test('every pair, the event read as it is written', () => {
  expect(wrong((compiled, event) => compiled.matchesText(event))).toEqual([]);
});

test('every pair, the event parsed', () => {
  // Parsing rounds the one number of the corpus that a double does not hold.
  const exact = wrong((compiled, event) => compiled.matchesValue(JSON.parse(event))) as Pair[];
  expect(exact.filter(({ event, pattern }) => !`${event}${pattern}`.includes('9007199254740993'))).toEqual(
    [],
  );
});
