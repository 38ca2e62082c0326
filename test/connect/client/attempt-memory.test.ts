import { expect, test } from '@jest/globals';
import { AttemptMemory } from '../../../src/connect/client/attempt-memory';
import { JournalAttempt, JournalCall } from '../../../src/journal/attempt';

const attempt = (request: number) => new JournalAttempt(new JournalCall(request, 0), request, [], 0);

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
