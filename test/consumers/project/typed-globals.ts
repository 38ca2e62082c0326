import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';

const eb = fakeEventBridge();
expect(eb).toHavePublished({ source: 'a' });
expect(eb).not.toHavePublishedTimes({ source: 'a' }, 1);
// @ts-expect-error a misspelt matcher does not compile
expect(eb).toHavePublishd({ source: 'a' });
// @ts-expect-error an event has no such member
expect(eb).toHavePublished({ sorce: 'a' });
