import { expect, test } from '@jest/globals';
import { whyUnused } from '../../../src/assertions/diagnosis/unused-faults';

test('a fault for an index that none of very many requests has', () => {
  const requests = 200_000;
  const fault = { limit: 1, effect: { level: 'entry', which: 3 } };
  const context = {
    plan: { requestsSince: () => requests },
    journal: { attempts: new Array(requests).fill({ entries: [{ index: 0 }] }) },
  };

  expect(whyUnused(fault as never, context as never)).toBe(
    'The 200000 requests after it had at most 1 entry, and the fault is for Entries[3].',
  );
});
