// Claims over 100,000 recorded events: a hit, and a miss with its nearest events.
import { fakeEventBridge } from 'fake-eventbridge';
import { median } from './measure.mjs';

const EVENTS = 100_000;

export async function claimCost() {
  const eb = fakeEventBridge({ limits: { maxEntries: 1000 } });
  for (let start = 0; start < EVENTS; start += 1000) {
    const Entries = Array.from({ length: 1000 }, (_, i) => ({
      Source: 'shop.orders',
      DetailType: 'OrderPlaced',
      Detail: JSON.stringify({ orderId: `o-${start + i}`, total: i, items: [{ sku: 'a', n: 1 }] }),
    }));
    await eb.putEvents({ Entries });
  }
  const time = (claim) => {
    const start = process.hrtime.bigint();
    claim();
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  const hits = [];
  const misses = [];
  for (let round = 0; round < 9; round++) {
    hits.push(
      time(() =>
        eb.assertPublished({ detailType: 'OrderPlaced', detail: { orderId: `o-${EVENTS - 1 - round}` } }),
      ),
    );
    misses.push(
      time(() => {
        try {
          eb.assertPublished({ detailType: 'OrderPlaced', detail: { orderId: `p-${round}` } });
        } catch (error) {
          if (error.message.includes('none of the 100000')) return;
        }
        throw new Error('the claim should not hold');
      }),
    );
  }
  return { hit: median(hits), firstHit: hits[0], miss: median(misses), firstMiss: misses[0] };
}
