import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import fc from 'fast-check';
import { entry, put } from '../support/put-events';

/** What a publisher does with each event: how often it fails, whether it resends, and whether it sends once too often. */
const plan = fc.record({
  fails: fc.integer({ min: 0, max: 2 }),
  givesUp: fc.boolean(),
  repeats: fc.boolean(),
});

test('the findings about a publisher with concurrent sends are the truth', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 6 }), async (plans) => {
      const eb = fakeEventBridge();
      await Promise.all(
        plans.map(async ({ fails, givesUp, repeats }, index) => {
          const detail = { orderId: `o-${index}` };
          if (fails > 0) eb.failEntry({ detail }, 'ThrottlingException').times(fails);
          const send = async () =>
            (await put(eb, entry({ Detail: JSON.stringify(detail) }))).FailedEntryCount;
          let failed = await send();
          while (failed > 0 && !givesUp) failed = await send();
          if (repeats && failed === 0) await send();
        }),
      );
      const lost = plans.filter(({ fails, givesUp }) => givesUp && fails > 0).length;
      const duplicated = plans.filter(
        ({ fails, givesUp, repeats }) => repeats && !(givesUp && fails > 0),
      ).length;
      expect(eb.unsettled()).toHaveLength(lost);
      expect(eb.duplicates()).toHaveLength(duplicated);
      const holds = (run: () => void) => {
        try {
          run();
          return true;
        } catch {
          return false;
        }
      };
      expect(holds(() => eb.assertNoEventLost(plans.length))).toBe(lost === 0);
      expect(holds(() => eb.assertOnlyFailedEntriesResent())).toBe(duplicated === 0);
    }),
    { numRuns: 60, seed: 11 },
  );
});
