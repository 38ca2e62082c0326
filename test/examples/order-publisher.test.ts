import { expect, test } from '@jest/globals';
import { runMutants } from '../support/run-mutants';

const mutants = runMutants('order-publisher', 'publish-orders.ts', {
  batchResent: [
    'entries = again.map(({ entry }) => entry);',
    'entries = again.length > 0 ? [...chunk] : [];',
  ],
  countIgnored: ['if (FailedEntryCount === 0) break;', 'break;'],
  noDefect: ['const MOST_ROUNDS = 4;', 'const MOST_ROUNDS = 4 ;'],
});

test('the whole batch resent: the tests name the order that was published twice', () => {
  const { failed, text } = mutants.batchResent;

  expect(failed).toContain('sends failed entries again, and they alone');
  expect(text).toContain('Expected 1 event to match, but 3 do.');
  expect(text).toContain('{ orderId: "o-1", total: 0 }');
});

test('FailedEntryCount not looked at: the tests name the entry that was rejected', () => {
  const { failed, text } = mutants.countIgnored;

  expect(failed).toContain('sends failed entries again, and they alone');
  expect(text).toContain(
    'EventBridge rejected the matching event in request 1 (ThrottlingException), and your code did not resend it.',
  );
});

test('without a defect nothing fails', () => {
  expect(mutants.noDefect).toEqual({ failed: [], text: '' });
});
