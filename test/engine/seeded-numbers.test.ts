import { describe, expect, test } from '@jest/globals';
import { SeededNumbers } from '../../src/engine/seeded-numbers';

const SEQUENCES: [string, (numbers: SeededNumbers) => string | number][] = [
  ['event ids', (numbers) => numbers.nextEventId()],
  ['request ids', (numbers) => numbers.nextRequestId()],
  ['chances', (numbers) => numbers.chance()],
];

describe.each(SEQUENCES)('the %s', (_, next) => {
  test('are the same for the same seed, and others for another one', () => {
    expect(next(new SeededNumbers('a'))).toBe(next(new SeededNumbers('a')));
    expect(next(new SeededNumbers('a'))).not.toBe(next(new SeededNumbers('b')));
    expect(next(new SeededNumbers(1))).not.toBe(next(new SeededNumbers(2)));
  });

  test('start again', () => {
    const numbers = new SeededNumbers('a');
    const first = next(numbers);
    expect(next(numbers)).not.toBe(first);
    numbers.restart();
    expect(next(numbers)).toBe(first);
  });

  test('do not depend on how often the others are used', () => {
    const numbers = new SeededNumbers('a');
    for (const [, other] of SEQUENCES) if (other !== next) other(numbers);
    expect(next(numbers)).toBe(next(new SeededNumbers('a')));
  });
});

test('a chance is at least 0 and less than 1, and a different number each time', () => {
  const numbers = new SeededNumbers('a');
  const chances = Array.from({ length: 1_000 }, () => numbers.chance());
  expect(new Set(chances).size).toBe(1_000);
  expect(Math.min(...chances)).toBeLessThan(0.01);
  expect(Math.max(...chances)).toBeGreaterThan(0.99);
  for (const chance of chances) {
    expect(chance).toBeGreaterThanOrEqual(0);
    expect(chance).toBeLessThan(1);
  }
});
