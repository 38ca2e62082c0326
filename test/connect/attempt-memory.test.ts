import { expect, test } from '@jest/globals';
import { AttemptMemory } from '../../src/connect/request-handler';
import { JournalAttempt, JournalCall } from '../../src/journal/attempt';

const attempt = (request: number) => new JournalAttempt(new JournalCall(request, 0), request, []);

test('an error of a connection and one made of a response lead to their attempts', () => {
  const memory = new AttemptMemory();
  const [broken, refused] = [attempt(1), attempt(2)];
  const error = new Error('socket hang up');
  const response = { statusCode: 500 };
  memory.remember(error, broken);
  memory.remember(response, refused);

  expect(memory.attemptOf(Object.assign(new Error('500'), { $response: response }))).toBe(refused);
  expect(memory.attemptOf(error)).toBe(broken);
  expect(memory.attemptOf(new Error('another'))).toBeUndefined();
});

test('without an error it is the oldest that nobody has asked about, as SDKs around 3.300 ask', () => {
  const memory = new AttemptMemory();
  const failures = [1, 2, 3].map((request) => ({ error: new Error(`${request}`), failed: attempt(request) }));
  for (const { error, failed } of failures) memory.remember(error, failed);

  expect(memory.attemptOf(failures[1]?.error)?.request).toBe(2);
  expect(memory.attemptOf(undefined)?.request).toBe(1);
  expect(memory.attemptOf(undefined)?.request).toBe(3);
  expect(memory.attemptOf(undefined)).toBeUndefined();
});

test('what nobody ever asks about is not kept for good', () => {
  const memory = new AttemptMemory();
  for (let request = 1; request <= 150; request++) memory.remember(new Error(), attempt(request));

  expect(memory.attemptOf(undefined)?.request).toBe(51);
});
