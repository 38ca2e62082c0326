const { publish } = require('../../publish.cjs');
const { eb } = require('./events.js');

test('the fake of the setup file is connected', async () => {
  await publish('o-1');
  expect(eb).toHavePublishedTimes({ source: 'shop' }, 1);
});
