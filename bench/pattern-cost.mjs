// Matching patterns of three fields, a bus with hundreds of rules, and hostile events, beside sift and `JSON.parse`. No
// other package has EventBridge's language. Of those that compile queries of objects, sift is the fastest: mingo 7.2.6
// has less than half of its speed, mongo-query-compiler 1.0.10 a quarter. It gets the same query, in its own language.
import { explain, fakeEventBridge, matches, pattern } from 'fake-eventbridge';
import siftModule from 'sift';
import { sender } from './growth-cost.mjs';
import { median, race } from './measure.mjs';

const sift = siftModule.default ?? siftModule;
const asked = {
  source: ['shop.orders'],
  'detail-type': ['OrderPlaced'],
  detail: { total: [{ numeric: ['>', 100] }] },
};
const askedOfSift = { source: 'shop.orders', 'detail-type': 'OrderPlaced', 'detail.total': { $gt: 100 } };

function eventWith(detail) {
  return {
    version: '0',
    id: 'f281be04-ef2b-3074-00a3-a077ea4aa499',
    'detail-type': 'OrderPlaced',
    source: 'shop.orders',
    account: '123456789012',
    time: '2026-01-01T00:00:00Z',
    region: 'us-east-1',
    resources: [],
    detail: { total: 150, ...detail },
  };
}

/** An event of 400 bytes. */
function eventOf400Bytes() {
  const event = eventWith({
    orderId: 'o-1',
    currency: 'EUR',
    items: [
      { sku: 'a', n: 1 },
      { sku: 'b', n: 2 },
    ],
    note: '',
  });
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

const arrayOf = (length, make) => Array.from({ length }, (_, i) => make(i));

/** Events by class; the first ones are structured, as events usually are. */
const eventClasses = () => ({
  structured: {
    'an event of 400 bytes': eventOf400Bytes(),
    'an order of 15 items': eventWith({
      orderId: 'o-1',
      customer: {
        id: 'c-1',
        name: 'Ada Lovelace',
        address: { street: '12 St James Square', city: 'London' },
      },
      items: arrayOf(15, (i) => ({
        sku: `sku-${i}-abcdef`,
        quantity: i,
        price: i * 3.99,
        title: `Product ${i}`,
      })),
    }),
    '300 keys': eventWith(Object.fromEntries(arrayOf(300, (i) => [`key${i}`, i % 3 ? `value ${i}` : i]))),
    '500 integers': eventWith({ values: arrayOf(500, (i) => (i * 7919) % 1000) }),
    '500 decimals': eventWith({ values: arrayOf(500, (i) => ((i * 7919) % 100000) / 100) }),
    '500 booleans and nulls': eventWith({ flags: arrayOf(500, (i) => [true, false, null][i % 3]) }),
    '300 strings': eventWith({ tags: arrayOf(300, (i) => `some tag with words ${i}`) }),
  },
  strings: {
    'one string of 10 KB': eventWith({ note: 'x'.repeat(10240) }),
    'one string of 100 KB': eventWith({ note: 'x'.repeat(102400) }),
    'one string of 10 KB with 165 line breaks': eventWith({
      note: `${'a line of a log, '.repeat(3)}some sixty characters\n`.repeat(142),
    }),
  },
});

/** From JSON to the verdict: the rate for each class of event against `JSON.parse` alone. */
async function ratesFromText() {
  const askedText = JSON.stringify(asked);
  const rates = {};
  for (const [kind, events] of Object.entries(eventClasses())) {
    rates[kind] = {};
    for (const [name, event] of Object.entries(events)) {
      const text = JSON.stringify(event);
      const times = await race(
        {
          verdict: () => mustHold(matches(askedText, text)),
          parse: () => mustHold(JSON.parse(text) !== null),
        },
        { rounds: 31, operations: Math.ceil(5e5 / text.length), isSync: true },
      );
      rates[kind][name] = median(times.parse) / median(times.verdict);
    }
  }
  return rates;
}

/** Operators on a parsed event: the rate for each against sift. */
async function ratesAgainstSift() {
  const event = eventWith({ state: 'IN_PROGRESS', city: 'Düsseldorf', ...eventOf400Bytes().detail });
  const many = arrayOf(1000, (i) => `STATE_${i}`);
  const fields = Object.fromEntries(arrayOf(30, (i) => [`key${i}`, i]));
  const withFields = eventWith(fields);
  const state = (pattern) => ({ detail: { state: [pattern] } });
  const queries = {
    'equals-ignore-case, a hit': [
      state({ 'equals-ignore-case': 'in_progress' }),
      { 'detail.state': /^in_progress$/i },
    ],
    'equals-ignore-case, a miss': [state({ 'equals-ignore-case': 'done' }), { 'detail.state': /^done$/i }],
    'equals-ignore-case, an umlaut': [
      { detail: { city: [{ 'equals-ignore-case': 'düsseldorf' }] } },
      { 'detail.city': /^düsseldorf$/i },
    ],
    'anything-but, ignoring case': [
      state({ 'anything-but': { 'equals-ignore-case': 'done' } }),
      { 'detail.state': { $not: /^done$/i } },
    ],
    '1,000 strings': [
      { detail: { state: [...many, 'IN_PROGRESS'] } },
      { 'detail.state': { $in: [...many, 'IN_PROGRESS'] } },
    ],
    '30 fields': [
      { detail: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, [value]])) },
      Object.fromEntries(Object.entries(fields).map(([key, value]) => [`detail.${key}`, value])),
    ],
  };
  const rates = {};
  for (const [name, [ours, theirs]] of Object.entries(queries)) {
    const given = name === '30 fields' ? withFields : event;
    const compiled = pattern(ours);
    const siftTest = sift(theirs);
    if (compiled.matches(given) !== siftTest(given)) throw new Error(`${name}: sift is not asked the same`);
    const times = await race(
      { ours: () => compiled.matches(given), sift: () => siftTest(given) },
      { rounds: 61, operations: 5000, isSync: true },
    );
    rates[name] = median(times.sift) / median(times.ours);
  }
  return rates;
}

/** `explain` of a misspelt name among many keys: the time of one call, in ms, and how it grows in a decade. */
function explainManyKeys() {
  const misspelt = { detail: { kye7: [7] } };
  const [few, many] = [1e4, 1e5].map((keys) => {
    const event = { detail: Object.fromEntries(arrayOf(keys, (i) => [`key${i}`, i])) };
    const text = JSON.stringify(event);
    const run = (given) => best(() => mustHold(!explain(misspelt, given).matches));
    return { parsed: run(event), text: run(text) };
  });
  return { ...many, grows: { parsed: many.parsed / few.parsed, text: many.text / few.text } };
}

/** What 500 rules on its bus add to a request of one entry, without the SDK's pipeline around it. */
async function manyRules(rules = 500) {
  const without = fakeEventBridge();
  const same = fakeEventBridge();
  const others = fakeEventBridge();
  for (let i = 0; i < rules; i++) {
    const rule = { 'detail-type': [`Event${i}`], detail: { total: [{ numeric: ['>', 100] }] } };
    same.rule(`rule-${i}`, { source: ['shop.orders'], ...rule }, { bus: 'orders' });
    others.rule(`rule-${i}`, { source: [`shop.service-${i}`], ...rule }, { bus: 'orders' });
  }
  const publish = (eb) => {
    const send = sender(eb);
    let sent = 0;
    return async () => {
      if (++sent % 100 === 0) eb.clear();
      const { response } = await send();
      mustHold(response.statusCode === 200);
    };
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
  return {
    three: await threeFields(),
    fromText: await ratesFromText(),
    againstSift: await ratesAgainstSift(),
    explained: explainManyKeys(),
    rules: await manyRules(),
    hostile: hostile(),
  };
}
