import { afterEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

test.each([
  [
    'failRequest',
    ['InternalException', 'my message'],
    'failRequest takes only error, but it was called with 2 arguments',
  ],
  ['failCall', ['InternalException', 1], 'failCall takes only error'],
  ['failEntry', ['any', 'InternalFailure', 'message', 1], 'failEntry takes only which and code and message'],
  ['hold', [5], 'hold takes no arguments, but it was called with 1 argument: hold().'],
  ['loseResponse', [{}], 'loseResponse takes no arguments'],
  ['delay', [5, 6], 'delay takes only milliseconds'],
  ['garbleResponse', ['html', 1], 'garbleResponse takes only how'],
  ['assertNothingPublished', [{ source: 'a' }], 'assertNothingPublished takes no arguments'],
  ['assertPublished', [{ source: 'a' }, {}, 1], 'assertPublished takes only match and options'],
  ['verify', ['unused-fault'], 'verify takes no arguments'],
])('%s refuses arguments that it would ignore', (name, args, text) => {
  expect(() => Reflect.apply(Reflect.get(eb, name), eb, args)).toThrow(text);
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a code named %s is refused',
  (name) => {
    expect(() => eb.failEntry('any', name as never)).toThrow(
      `failEntry: "${name}" is not an error code that EventBridge returns for an entry. AWS documents "InternalFailure"`,
    );
    expect(() => eb.failRequest(name as never)).toThrow(
      `failRequest: "${name}" is not an error that EventBridge returns for a request. AWS documents "InternalException"`,
    );
  },
);

test("a publisher's own code is refused, and the error says how to write it", () => {
  expect(() => eb.failEntry('any', 'MyCode' as never)).toThrow(
    'For a code of your own, pass { ErrorCode: "MyCode", ErrorMessage: "…" }.',
  );
});

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
