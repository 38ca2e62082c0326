import { expect, test } from '@jest/globals';
import { matches } from 'fake-eventbridge';
import { testUnless } from '../support/test-unless';
import { NO_RECORDINGS, recordings } from './recordings';

/** A pattern and an event with the verdict of AWS's open-source rule engine. */
interface Case {
  readonly pattern: string;
  readonly event: string;
  readonly match: boolean;
}

const cases = recordings('event-ruler-cases.jsonl') as Case[] | undefined;

if (cases === undefined) testUnless(NO_RECORDINGS)('every case of AWS’s rule engine', () => {});
else {
  test('every case of AWS’s rule engine', () => {
    const wrong = cases.filter(({ pattern, event, match }) => matches(pattern, event) !== match);
    expect(wrong).toEqual([]);
  });

  test('there are as many cases as there were when this was written', () => {
    expect(cases.length).toBeGreaterThanOrEqual(4835);
  });
}
