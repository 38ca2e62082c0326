import { expect, test } from 'vitest';
import { publish } from '../../publish.cjs';
import { eb } from './events.mjs';

test('the fake of the setup file is connected', async () => {
  await publish('o-1');
  expect(eb).toHavePublishedTimes({ source: 'shop' }, 1);
});
