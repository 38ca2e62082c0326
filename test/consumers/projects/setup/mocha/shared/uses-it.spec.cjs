const { publish } = require('../../publish.cjs');
const { eb } = require('./events.cjs');

it('the fake of the setup file is connected', async () => {
  await publish('o-1');
  eb.assertPublished({ source: 'shop' }, { times: 1 });
});
