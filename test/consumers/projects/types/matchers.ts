// check.cjs puts the imports of a runner in front of this.
import { eb } from './consumer.js';

expect(eb).toHavePublished({ source: 'shop.orders' });
expect(eb).not.toHavePublishedTimes({ detail: { orderId: expect.any(String) } }, 2);
export const nothing: ReturnType<() => void> = expect(eb).toHavePublishedNothing();
expect(eb.bus('orders')).toHavePublishedInOrder([{ source: 'shop.orders' }, { detailType: 'OrderPlaced' }]);
expect(eb).toHavePublishedExactly([]);
expect(eb).toHaveSentBatches([10, 5]);
expect(eb).toHaveLostNoEvents(2);
expect(eb).toHaveNoDuplicates(({ source }) => source);
expect(eb).toHaveKeptContracts();
expect(eb).toHaveRoutedAllEvents();
expect(eb).not.toHaveResentOnlyFailedEntries();
// @ts-expect-error a misspelt matcher does not compile
expect(eb).toHavePublishd({ source: 'shop.orders' });
// @ts-expect-error nor does a misspelt property of an event
expect(eb).toHavePublished({ sorce: 'shop.orders' });
// @ts-expect-error nor a number of times that is none
expect(eb).toHavePublishedTimes({ source: 'shop.orders' }, 'twice');
// @ts-expect-error nor a match where an array belongs
expect(eb).toHavePublishedInOrder({ source: 'shop.orders' });
// @ts-expect-error nor an array that is missing
expect(eb).toHavePublishedExactly();
// @ts-expect-error nor a size that is not a number
expect(eb).toHaveSentBatches(['10']);
// @ts-expect-error nor a match where there is none to give
expect(eb).toHavePublishedNothing({ source: 'shop.orders' });
// @ts-expect-error nor a string where a function belongs
expect(eb).toHaveNoDuplicates('orderId');
