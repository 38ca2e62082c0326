import { expect, jest, test } from '@jest/globals';
import { CallSite } from '../../src/base/call-site';

function declare(): CallSite {
  return new CallSite(declare);
}

/** The line of this file that an expression is on. */
const lineHere = () =>
  Number(/call-site\.test\.ts:(\d+)/.exec(new Error('here').stack?.split('\n')[2] ?? '')?.[1]);

test('the location is the line that called the function, whenever it is read', () => {
  const [site, line] = [declare(), lineHere()];
  expect(site.location).toMatch(new RegExp(`^test/base/call-site\\.test\\.ts:${line}:\\d+$`));
  expect(site.location).toBe(site.location);
});

test('nothing is formatted until the location is read, and then once', () => {
  const { prepareStackTrace } = Error;
  const format = jest.fn(() => 'Error\n    at test (/elsewhere/orders.test.ts:3:7)');
  Error.prepareStackTrace = format;
  try {
    const site = declare();
    expect(format).not.toHaveBeenCalled();
    expect(site.location).toBe('/elsewhere/orders.test.ts:3:7');
    expect(site.location).toBe('/elsewhere/orders.test.ts:3:7');
    expect(format).toHaveBeenCalledTimes(1);
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
});

test('a stack trace of another kind has no location', () => {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (_, frames) => frames;
  try {
    expect(declare().location).toBeUndefined();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
});

test('the limit of stack traces stays as it was', () => {
  const { stackTraceLimit } = Error;
  declare();
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
});
