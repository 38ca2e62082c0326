import { expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import fc from 'fast-check';
import { entry, post } from '../support/put-events';

/** A fault as a test declares it. `types` and `index` select entries; `when` is a condition of its own. */
interface Declared {
  readonly fails: 'entry' | 'request';
  readonly which: 'any' | number | string;
  readonly when: string | undefined;
  /** `undefined`: always. */
  readonly times: number | undefined;
  readonly removedAfter: number | undefined;
}

const type = fc.constantFrom('OrderPlaced', 'OrderPaid', 'OrderShipped');
const declared: fc.Arbitrary<Declared> = fc.record({
  fails: fc.constantFrom('entry', 'request'),
  which: fc.oneof(fc.constant('any' as const), fc.integer({ min: 0, max: 2 }), type),
  when: fc.option(type, { nil: undefined }),
  times: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  removedAfter: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 4 }),
});
/** An entry: its detail type, and whether EventBridge itself rejects it. */
const sent = fc.record({ type, isMalformed: fc.boolean() });

/** What the documentation says: of the faults that apply, the first that was declared fires, as often as it may. */
class Model {
  readonly #faults: { readonly declared: Declared; used: number; isRemoved: boolean }[];

  constructor(faults: readonly Declared[]) {
    this.#faults = faults.map((fault) => ({ declared: fault, used: 0, isRemoved: false }));
  }

  get used(): number[] {
    return this.#faults.map(({ used }) => used);
  }

  /** The code of each entry, `undefined` when it is accepted; or the code of the request. */
  send(
    entries: readonly { type: string; isMalformed: boolean }[],
    request: number,
  ): (string | undefined)[] | string {
    for (const fault of this.#faults) if (fault.declared.removedAfter === request) fault.isRemoved = true;
    const types = entries.map((one) => one.type);
    const ofRequest = this.#fire(
      ({ fails, when }) => fails === 'request' && (when === undefined || types.includes(when)),
    );
    if (ofRequest !== undefined) return `Code${ofRequest}`;
    return entries.map((one, index) => {
      if (one.isMalformed) return 'MalformedDetail';
      const fired = this.#fire(
        ({ fails, which, when }) =>
          fails === 'entry' &&
          (which === 'any' || which === index || which === one.type) &&
          (when === undefined || when === one.type),
      );
      return fired === undefined ? undefined : `Code${fired}`;
    });
  }

  #fire(applies: (fault: Declared) => boolean): number | undefined {
    const index = this.#faults.findIndex(
      ({ declared: fault, used, isRemoved }) =>
        !isRemoved && (fault.times === undefined || used < fault.times) && applies(fault),
    );
    const fault = this.#faults[index];
    if (fault === undefined) return undefined;
    fault.used++;
    return index;
  }
}

function declare(eb: FakeEventBridge, { fails, which, when, times }: Declared, index: number) {
  const isType = typeof which === 'string' && which !== 'any';
  const handle =
    fails === 'request'
      ? eb.failRequest({ name: `Code${index}`, status: 400 })
      : eb.failEntry(isType ? { detailType: which } : which, {
          ErrorCode: `Code${index}`,
          ErrorMessage: 'declared',
        });
  if (when !== undefined) handle.when({ detailType: when });
  return times === undefined ? handle.always() : handle.times(times);
}

test('any program of faults fails the entries and requests that the model fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(declared, { maxLength: 6 }),
      fc.array(fc.array(sent, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      async (faults, requests) => {
        const eb = fakeEventBridge();
        const model = new Model(faults);
        const handles = faults.map((fault, index) => declare(eb, fault, index));
        let accepted = 0;
        for (const [number, entries] of requests.entries()) {
          for (const [index, { removedAfter }] of faults.entries())
            if (removedAfter === number) handles[index]?.remove();
          const Entries = entries.map((one) =>
            entry({ DetailType: one.type, Detail: one.isMalformed ? '[]' : '{}' }),
          );
          const expected = model.send(entries, number);
          const { status, body } = await post(eb, JSON.stringify({ Entries }));
          const answer = JSON.parse(body);
          if (typeof expected === 'string') {
            expect({ status, type: answer.__type }).toEqual({ status: 400, type: expected });
            continue;
          }
          expect(answer.Entries.map(({ ErrorCode }: { ErrorCode?: string }) => ErrorCode)).toEqual(expected);
          expect(answer.FailedEntryCount).toBe(expected.filter((code) => code !== undefined).length);
          accepted += expected.filter((code) => code === undefined).length;
        }
        expect(handles.map(({ used }) => used)).toEqual(model.used);
        expect(eb.events).toHaveLength(accepted);
      },
    ),
    { numRuns: 300, seed: 20 },
  );
});
