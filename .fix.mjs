import { matches } from 'fake-eventbridge';

const asked = JSON.stringify({
  source: ['shop.orders'],
  'detail-type': ['OrderPlaced'],
  detail: { total: [{ numeric: ['>', 100] }] },
});
function t(name, f) {
  for (let i = 0; i < 50000; i++) f();
  let best = 1e9;
  for (let r = 0; r < 15; r++) {
    const s = process.hrtime.bigint();
    for (let i = 0; i < 20000; i++) f();
    best = Math.min(best, Number(process.hrtime.bigint() - s) / 20000);
  }
  console.log(name.padEnd(30), best.toFixed(0), 'ns');
}
for (const text of [
  '{}',
  '{"source":"x"}',
  '{"source":"shop.orders","detail-type":"OrderPlaced","detail":{"total":150}}',
  '{"version":"0","id":"f281be04-ef2b-3074-00a3-a077ea4aa499","account":"123456789012","time":"2026-01-01T00:00:00Z","region":"us-east-1"}',
  '{"items":[{"sku":"a","n":1},{"sku":"b","n":2}]}',
]) {
  t('parse ' + text.slice(0, 24), () => JSON.parse(text));
  t('ours ' + text.length, () => matches(asked, text));
}
