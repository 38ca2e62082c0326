import { expect, test } from '@jest/globals';
import { GrowingFilter } from '../../src/journal/growing-filter';

test('each item of an array that grows is tested once, until the array is another one', () => {
  const tested: number[] = [];
  const even = new GrowingFilter<number>((item) => {
    tested.push(item);
    return item % 2 === 0;
  });
  const numbers = [1, 2];
  expect(even.of(numbers)).toEqual([2]);
  numbers.push(3, 4);
  expect(even.of(numbers)).toEqual([2, 4]);
  expect(tested).toEqual([1, 2, 3, 4]);
  expect(even.of([6])).toEqual([6]);
});
