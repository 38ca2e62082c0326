import { expect, test } from '@jest/globals';
import { runMutant } from '../support/run-mutant';

const mutate = (change: readonly [string, string]) =>
  runMutant('order-publisher', 'publish-orders.ts', change);

test('the whole batch resent: the tests name the order that was published twice', () => {
  const { failed, text } = mutate([
    'entries = again.map(({ entry }) => entry);',
    'entries = again.length > 0 ? [...chunk] : [];',
  ]);

  expect(failed).toContain('sends failed entries again, and they alone');
  expect(text).toContain('Expected 1 event to match, but 3 do.');
  expect(text).toContain('{ orderId: "o-1", total: 0 }');
});

test('FailedEntryCount not looked at: the tests name the entry that was rejected', () => {
  const { failed, text } = mutate(['if (FailedEntryCount === 0) break;', 'break;']);

  expect(failed).toContain('sends failed entries again, and they alone');
  expect(text).toContain(
    'EventBridge rejected the matching event in request 1 (ThrottlingException), and your code did not resend it.',
  );
});

test('without a defect nothing fails', () => {
  expect(mutate(['const MOST_ROUNDS = 4;', 'const MOST_ROUNDS = 4 ;'])).toEqual({ failed: [], text: '' });
});
