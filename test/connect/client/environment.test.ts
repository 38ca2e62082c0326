import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isUnset, overrideEnvironment } from '../../../src/connect/client/environment';

const NAME = 'FAKE_EVENTBRIDGE_TRIAL';
beforeEach(() => {
  delete process.env[NAME];
});
afterEach(() => {
  delete process.env[NAME];
});

describe('a variable with another value', () => {
  test('is put back', () => {
    process.env[NAME] = 'mine';

    const putBack = overrideEnvironment({ [NAME]: 'other' });
    expect(process.env[NAME]).toBe('other');
    putBack();

    expect(process.env[NAME]).toBe('mine');
  });

  test('is deleted when it was not set before', () => {
    overrideEnvironment({ [NAME]: 'other' })();

    expect(NAME in process.env).toBe(false);
  });

  test('stays until the last reader is done, in any order', () => {
    const first = overrideEnvironment({ [NAME]: 'a' });
    const second = overrideEnvironment({ [NAME]: 'a' });

    first();
    expect(process.env[NAME]).toBe('a');
    second();

    expect(NAME in process.env).toBe(false);
  });

  test('counts as unset meanwhile, unless it was set', () => {
    const putBack = overrideEnvironment({ [NAME]: 'other' });
    expect(isUnset(NAME)).toBe(true);
    putBack();
    process.env[NAME] = 'mine';
    const again = overrideEnvironment({ [NAME]: 'other' });

    expect(isUnset(NAME)).toBe(false);
    again();
  });
});
