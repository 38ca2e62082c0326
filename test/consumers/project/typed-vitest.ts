import { fakeEventBridge } from 'fake-eventbridge';
import { expect } from 'vitest';
import 'fake-eventbridge/vitest';

const eb = fakeEventBridge();
expect(eb).toHavePublished({ source: 'a' });
expect(eb).toHavePublishedNothing();
// @ts-expect-error a misspelt matcher does not compile
expect(eb).toHavePublishd({ source: 'a' });
