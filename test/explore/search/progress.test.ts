import { expect, test } from '@jest/globals';
import { Progress } from '../../../src/explore/search/progress';

/** A stream that remembers, and a clock that the test moves. */
function terminal(isTTY: boolean) {
  const written: string[] = [];
  const clock = { seconds: 0 };
  const stream = { isTTY, write: (text: string) => written.push(text) };
  return { written, clock, progress: new Progress(stream, () => clock.seconds) };
}

test('a line shows after a second, and is gone at the end', () => {
  const { written, clock, progress } = terminal(true);

  progress.show('run 1');
  expect(written).toEqual([]);
  clock.seconds = 1.5;
  progress.show('run 2');
  progress.show('run 3');
  progress.end();

  expect(written).toEqual(['\r\u001B[2Kexploring failures: run 2', '\r\u001B[2K']);
});

test('there is none without a terminal', () => {
  const { written, clock, progress } = terminal(false);

  clock.seconds = 60;
  progress.show('run 1');
  progress.end();

  expect(written).toEqual([]);
});
