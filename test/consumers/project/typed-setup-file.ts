// A test file that uses a setup file: it imports nothing of the package itself.
import { eb } from './setup-file';

expect(eb).toHavePublished({ detailType: 'OrderPlaced', detail: { total: 1 } });
expect(eb).toHavePublishedTimes(2);
// @ts-expect-error the detail type is misspelt
expect(eb).toHavePublished({ detailType: 'OrderPlacd' });
// @ts-expect-error a misspelt matcher does not compile
expect(eb).toHavePublishd({ detailType: 'OrderPlaced' });
