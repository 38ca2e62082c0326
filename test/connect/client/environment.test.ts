import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isUnset, overrideEnvironment, readsVariable } from '../../../src/connect/client/environment';

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

describe('whether a variable is read', () => {
  test('is observed until the function returns, and the environment is the same object after it', () => {
    const { env } = process;
    process.env[NAME] = 'mine';

    expect(readsVariable(NAME, () => expect(process.env[NAME]).toBe('mine'))).toBe(true);
    expect(readsVariable(NAME, () => process.env['PATH'])).toBe(false);
    expect(readsVariable(NAME, () => queueMicrotask(() => process.env[NAME]))).toBe(false);

    expect(process.env).toBe(env);
  });

  test('puts the environment back when the function throws', () => {
    const { env } = process;
    const fail = () => {
      throw new Error('no');
    };

    expect(() => readsVariable(NAME, fail)).toThrow('no');

    expect(process.env).toBe(env);
  });
});
