import { test } from 'node:test';
import { publish } from '../../publish.cjs';
import { eb } from './events.mjs';

test('the fake of the setup file is connected', async () => {
  await publish('o-1');
  eb.assertPublished({ source: 'shop' }, { times: 1 });
});
