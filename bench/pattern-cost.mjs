// Matching patterns of three fields, a bus with hundreds of rules, and hostile events, beside sift: no package in the
// registry that can be used by itself has EventBridge's language, and sift is the fastest there that compiles questions
// about objects (mingo 7.2.6 has less than half of its speed, mongo-query-compiler 1.0.10 a quarter). It is asked the
// same, in its own language.
import { explain, fakeEventBridge, matches, pattern } from 'fake-eventbridge';
import siftModule from 'sift';
import { median, race } from './measure.mjs';

const sift = siftModule.default ?? siftModule;
const asked = {
  source: ['shop.orders'],
  'detail-type': ['OrderPlaced'],
  detail: { total: [{ numeric: ['>', 100] }] },
};
const askedOfSift = { source: 'shop.orders', 'detail-type': 'OrderPlaced', 'detail.total': { $gt: 100 } };

/** An event of 400 bytes. */
function eventOf400Bytes() {
  const event = {
    version: '0',
    id: 'f281be04-ef2b-3074-00a3-a077ea4aa499',
    'detail-type': 'OrderPlaced',
    source: 'shop.orders',
    account: '123456789012',
    time: '2026-01-01T00:00:00Z',
    region: 'us-east-1',
    resources: [],
    detail: {
      orderId: 'o-1',
      total: 150,
      currency: 'EUR',
      items: [
        { sku: 'a', n: 1 },
        { sku: 'b', n: 2 },
      ],
      note: '',
    },
  };
  event.detail.note = 'x'.repeat(400 - JSON.stringify(event).length);
  return event;
}

function mustHold(verdict) {
  if (verdict !== true) throw new Error('a pattern does not match: the benchmark measures nothing');
}

async function threeFields() {
  const event = eventOf400Bytes();
  const text = JSON.stringify(event);
  const askedText = JSON.stringify(asked);
  const compiled = pattern(asked);
  const siftTest = sift(askedOfSift);
  const times = await race(
    {
      parsed: () => mustHold(compiled.matches(event)),
      text: () => mustHold(matches(askedText, text)),
      siftParsed: () => mustHold(siftTest(event)),
      siftText: () => mustHold(siftTest(JSON.parse(text))),
      parse: () => mustHold(JSON.parse(text) !== null),
    },
    { rounds: 61, operations: 5000, isSync: true },
  );
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, 1e6 / median(all)]));
}

/** What 500 rules on its bus add to a call of one entry, and what as many tests of sift take. */
async function manyRules(rules = 500) {
  const Entries = [
    { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1","total":150}' },
  ];
  const without = fakeEventBridge();
  const same = fakeEventBridge();
  const others = fakeEventBridge();
  for (let i = 0; i < rules; i++) {
    const rule = { 'detail-type': [`Event${i}`], detail: { total: [{ numeric: ['>', 100] }] } };
    same.rule(`rule-${i}`, { source: ['shop.orders'], ...rule });
    others.rule(`rule-${i}`, { source: [`shop.service-${i}`], ...rule });
  }
  let sent = 0;
  const publish = (eb) => async () => {
    if (++sent % 100 === 0) eb.clear();
    const { FailedEntryCount } = await eb.putEvents({ Entries });
    mustHold(FailedEntryCount === 0);
  };
  const times = await race({ without: publish(without), others: publish(others), same: publish(same) });
  const added = (name) => median(times[name].map((time, i) => time - times.without[i]));
  return { others: added('others'), same: added('same') };
}

/** The time of one call, in ms: the best of five, for what is compared is how it grows. */
function best(run) {
  const times = [];
  for (let round = 0; round < 5; round++) {
    const start = process.hrtime.bigint();
    run();
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return Math.min(...times);
}

/** A megabyte, and half of it: what is linear takes twice as long. */
function hostile() {
  const wildcard = { text: [{ wildcard: '*a*x*a*' }] };
  const list = { items: { sku: [{ prefix: 's' }], n: [{ numeric: ['>=', 0] }], state: ['none'] } };
  const textEvent = (bytes) => ({ text: 'a'.repeat(bytes) });
  const listEvent = (bytes) => {
    const items = Array.from({ length: Math.floor(bytes / 36) }, (_, n) => ({
      sku: `s${String(n).padStart(6, '0')}`,
      n: 1,
      state: 'open',
    }));
    return { items };
  };
  const both = (asked, make) => {
    const [half, whole] = [512 * 1024, 1024 * 1024].map((bytes) => {
      const event = make(bytes);
      const text = JSON.stringify(event);
      const no = (verdict) => mustHold(!verdict);
      return {
        parsed: best(() => no(matches(asked, event))),
        text: best(() => no(matches(asked, text))),
        bytes: text.length,
      };
    });
    return { ...whole, grows: whole.text / half.text };
  };
  const siftWildcard = sift({ text: /^.*a.*x.*a.*$/s });
  const siftList = sift({ items: { $elemMatch: { sku: /^s/, n: { $gte: 0 }, state: 'none' } } });
  const [aEvent, manyItems] = [textEvent(16 * 1024), listEvent(1024 * 1024)];
  return {
    wildcard: both(wildcard, textEvent),
    list: both(list, listEvent),
    siftWildcard: best(() => mustHold(!siftWildcard(aEvent))),
    siftList: best(() => mustHold(!siftList(manyItems))),
    explained: best(() => mustHold(!explain(list, manyItems).matches)),
  };
}

export async function patternCost() {
  return { three: await threeFields(), rules: await manyRules(), hostile: hostile() };
}
