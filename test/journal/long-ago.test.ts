import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { request } from './request-as-an-sdk';

test('a call of long ago is not retried any more: the calls that may be are limited', async () => {
  const eb = fakeEventBridge();
  eb.failRequest('InternalException').always();
  await request(eb, ['a'], { id: 'first', attempt: 'attempt=1; max=3' });
  for (let n = 0; n < 20_000; n++) await request(eb, ['b'], { id: `i-${n}`, attempt: 'attempt=1; max=3' });
  await request(eb, ['a'], { id: 'first', attempt: 'attempt=2; max=3' });
  await request(eb, ['b'], { id: 'i-19999', attempt: 'attempt=2; max=3' });
  await request(eb, ['b'], { id: 'i-10000', attempt: 'attempt=2; max=3' });
  expect(eb.calls).toHaveLength(20_002);
  expect(eb.calls[0]?.attempts).toHaveLength(1);
  expect(eb.calls[20_000]?.attempts).toHaveLength(2);
  expect(eb.calls[10_001]?.attempts).toHaveLength(2);
});
