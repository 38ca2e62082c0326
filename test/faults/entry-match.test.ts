import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry, post, put } from '../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

describe('an entry without a detail', () => {
  test('matches no fault that names a part of it, and one that does not', async () => {
    eb.failEntry({ detail: { orderId: 'o-1' } }, 'ThrottlingException');
    await post(eb, JSON.stringify({ Entries: [{ Source: 'shop', DetailType: 'OrderPlaced' }] }));
    expect(eb.rejected).toMatchObject([{ errorCode: 'InvalidArgument' }]);
    await put(eb, entry({ Detail: '{"orderId":"o-1"}' }));
    expect(eb.rejected[1]).toMatchObject({ errorCode: 'ThrottlingException' });
  });

  test('does not make a fault of its request fire, either', async () => {
    eb.failRequest('AccessDeniedException').when({ detail: { orderId: 'o-1' } });
    const withoutDetail = { Source: 'shop', DetailType: 'OrderPlaced' };
    expect((await post(eb, JSON.stringify({ Entries: [withoutDetail] }))).status).toBe(200);
    const both = JSON.stringify({ Entries: [withoutDetail, entry({ Detail: '{"orderId":"o-1"}' })] });
    expect((await post(eb, both)).body).toContain('AccessDeniedException');
  });

  test('a detail that is not JSON matches no part of it, either', async () => {
    eb.failEntry({ detail: { orderId: 'o-1' } }, 'ThrottlingException');
    await put(eb, entry({ Detail: '{"orderId":"o-1"' }));
    expect(eb.rejected).toMatchObject([{ errorCode: 'MalformedDetail' }]);
  });
});
