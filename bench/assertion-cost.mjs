// Assertions and reads over many events, each at two sizes where it matters how they grow.
import { fakeEventBridge } from 'fake-eventbridge';
import { median } from './measure.mjs';

const BATCH = 1000;
const DECADE = 15;

/** @returns a fake with so many events: `make(i)` is the detail of each */
async function fakeWith(events, make, options = {}) {
  const eb = fakeEventBridge({ limits: { maxEntries: BATCH }, ...options });
  for (let start = 0; start < events; start += BATCH) {
    const length = Math.min(BATCH, events - start);
    await eb.putEvents({ Entries: Array.from({ length }, (_, i) => entry(make(start + i))) });
  }
  return eb;
}

const entry = (detail) => ({
  Source: 'shop.orders',
  DetailType: 'OrderPlaced',
  Detail: JSON.stringify(detail),
});
const order = (i) => ({ orderId: `o-${i}`, total: i, items: [{ sku: 'a', n: 1 }] });
const exactly = (i) => ({ detailType: 'OrderPlaced', detail: { orderId: `o-${i}` } });
const upTo = (length, make) => Array.from({ length }, (_, i) => make(i));

function time(run) {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Runs an assertion that has to fail. */
function failing(run) {
  try {
    run();
  } catch (error) {
    if (error.name === 'EventAssertionError') return;
    throw error;
  }
  throw new Error('the assertion should fail');
}

/** How much longer something takes with ten times as many. */
async function growth(prepare, run, size = 10_000) {
  const times = [];
  for (const each of [size, size * 10]) {
    const rounds = [];
    for (let round = 0; round < 3; round++) {
      const eb = await prepare(each);
      rounds.push(time(() => run(eb, each)));
    }
    times.push(median(rounds));
  }
  return times[1] / times[0];
}

/** @returns rows: what was measured, in which unit, and its budget */
export async function assertionCost() {
  const rows = [];
  const add = (name, measured, unit, budget) => rows.push({ name, measured, unit, budget });

  const many = await fakeWith(100_000, order);
  add(
    'toHavePublished over 100,000 events, a hit',
    median(upTo(9, (i) => time(() => many.assertPublished(exactly(99_999 - i))))),
    'ms',
    20,
  );
  add(
    'toHavePublished over 100,000 events, a miss with its nearest events',
    median(
      upTo(9, (i) => time(() => failing(() => many.assertPublished({ detail: { orderId: `p-${i}` } })))),
    ),
    'ms',
    250,
  );
  const inOrder = upTo(100_000, exactly);
  add(
    'toHavePublishedInOrder, 100,000 matches',
    time(() => many.assertPublishedInOrder(inOrder)),
    'ms',
    300,
  );

  const thousand = await fakeWith(1000, order);
  const overlapping = upTo(
    1000,
    (i) =>
      ({ detail }) =>
        detail.total >= 999 - i,
  );
  add(
    'toHavePublishedExactly, 1,000 overlapping predicates',
    time(() => thousand.assertPublishedExactly(overlapping)),
    'ms',
    200,
  );
  const tenThousand = await fakeWith(10_000, order);
  const wrong = upTo(10_000, (i) => ({ detail: { orderId: `p-${i}` } }));
  add(
    'toHavePublishedExactly, 10,000 wrong matches',
    time(() => failing(() => tenThousand.assertPublishedExactly(wrong))),
    'ms',
    500,
  );
  add(
    'toHavePublishedExactly, 10,000 wrong predicates',
    time(() =>
      failing(() =>
        tenThousand.assertPublishedExactly(
          upTo(
            10_000,
            (i) =>
              ({ detail }) =>
                detail.total < -i,
          ),
        ),
      ),
    ),
    'ms',
    500,
  );
  add(
    'toHavePublishedExactly, 10,000 events and a match too many',
    time(() => failing(() => tenThousand.assertPublishedExactly(upTo(10_001, exactly)))),
    'ms',
    500,
  );
  add(
    'toHaveLostNoEvents, 10,000 offered in another order, and one never sent',
    time(() => failing(() => tenThousand.assertNoEventLost(upTo(10_001, (i) => exactly(10_000 - i))))),
    'ms',
    500,
  );

  const repeated = fakeEventBridge();
  let asserting = 0;
  for (let i = 0; i < 1000; i++) {
    await repeated.putEvents({ Entries: [entry(order(i))] });
    asserting += time(() => repeated.assertNoDuplicates());
  }
  add('assertNoDuplicates after each of 1,000 calls', asserting, 'ms', 100);

  add(
    'equal entries, assertOnlyFailedEntriesResent, ten times as many',
    await growth(
      (events) => fakeWith(events, () => ({ orderId: 'o-1' })),
      (eb) => failing(() => eb.assertOnlyFailedEntriesResent()),
    ),
    'times',
    DECADE,
  );
  add(
    'the option identify, duplicates(), ten times as many',
    await growth(
      (events) => fakeWith(events, order, { identify: ({ Detail }) => JSON.parse(Detail).orderId }),
      (eb) => eb.duplicates(),
    ),
    'times',
    DECADE,
  );
  return rows;
}
