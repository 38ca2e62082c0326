import { matches } from 'fake-eventbridge';

const asked = JSON.stringify({
  source: ['shop.orders'],
  'detail-type': ['OrderPlaced'],
  detail: { total: [{ numeric: ['>', 100] }] },
});
const text = '{"source":"shop.orders","detail-type":"OrderPlaced","detail":{"total":150}}';
for (let i = 0; i < 4e6; i++) matches(asked, text);
