// check.cjs puts the imports of a runner in front of this.
import { eb } from './consumer.js';

expect(eb).toHavePublished({ source: 'shop.orders' });
expect(eb).not.toHavePublishedTimes({ detail: { orderId: expect.any(String) } }, 2);
export const nothing: ReturnType<() => void> = expect(eb).toHavePublishedNothing();
// @ts-expect-error a misspelt matcher does not compile
expect(eb).toHavePublishd({ source: 'shop.orders' });
// @ts-expect-error nor does a misspelt member of an event
expect(eb).toHavePublished({ sorce: 'shop.orders' });
// @ts-expect-error nor a number of times that is none
expect(eb).toHavePublishedTimes({ source: 'shop.orders' }, 'twice');
