import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';

const eb = fakeEventBridge();

test('control characters are escaped in what is printed', async () => {
  const esc = String.fromCharCode(27);
  await eb.putEvents({
    Entries: [
      { Source: `shop${esc}[31m`, DetailType: 'Order\nPlaced\u202e', Detail: '{"a":"\\u0007\u200b"}' },
    ],
  });
  const texts = [eb.timeline()];
  for (const assertion of [
    () => eb.assertNothingPublished(),
    () => eb.assertPublished({ detailType: `x${esc}` }),
    () => eb.failEntry('any', `x${esc}` as never),
  ]) {
    try {
      assertion();
    } catch (error) {
      if (error instanceof Error) texts.push(error.message);
    }
  }
  expect(texts).toHaveLength(4);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  for (const text of texts) expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e]/);
  expect(texts[1]).toContain('Order\\nPlaced\\u202e from shop\\u001b[31m on default');
});
