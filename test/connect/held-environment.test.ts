import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { holdEnvironment, isUnset } from '../../src/connect/client/environment';

const NAME = 'FAKE_EVENTBRIDGE_TRIAL';
beforeEach(() => {
  delete process.env[NAME];
});
afterEach(() => {
  delete process.env[NAME];
});

describe('a held variable', () => {
  test('is what it was once it is let go', () => {
    process.env[NAME] = 'mine';

    const letGo = holdEnvironment({ [NAME]: 'held' });
    expect(process.env[NAME]).toBe('held');
    letGo();

    expect(process.env[NAME]).toBe('mine');
  });

  test('is not there afterwards when it was not there before', () => {
    holdEnvironment({ [NAME]: 'held' })();

    expect(NAME in process.env).toBe(false);
  });

  test('stays until the last of those that hold it lets go, in whatever order', () => {
    const first = holdEnvironment({ [NAME]: 'a' });
    const second = holdEnvironment({ [NAME]: 'a' });

    first();
    expect(process.env[NAME]).toBe('a');
    second();

    expect(NAME in process.env).toBe(false);
  });

  test('counts as unset while it is held, unless it was set', () => {
    const letGo = holdEnvironment({ [NAME]: 'held' });
    expect(isUnset(NAME)).toBe(true);
    letGo();
    process.env[NAME] = 'mine';
    const again = holdEnvironment({ [NAME]: 'held' });

    expect(isUnset(NAME)).toBe(false);
    again();
  });
});
