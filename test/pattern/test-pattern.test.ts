import { expect, test } from '@jest/globals';
import { testPattern } from '../../src/pattern/test-pattern';

test('says whether the event matches', () => {
  expect(testPattern('{"a":["x"]}', '{"a":"x"}')).toEqual({ result: true });
  expect(testPattern('{"a":["x"]}', '{"a":"y"}')).toEqual({ result: false });
});

test('says why the pattern is not valid', () => {
  expect(testPattern('{"a":[]}', '{"a":"x"}')).toEqual({
    invalid: expect.stringContaining('Event pattern is not valid. Reason: Empty arrays are not allowed'),
  });
});

test('leaves an event that is not JSON to the caller', () => {
  expect(() => testPattern('{"a":["x"]}', '{"a":')).toThrow(SyntaxError);
});
