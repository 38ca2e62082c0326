import { expect, test } from '@jest/globals';
import { runInConsumer } from '../support/consumer';

test.each(['jest', 'vitest', 'node-test', 'mocha'])(
  'setupFakeEventBridge of fake-eventbridge/%s works in its runner',
  async (runner) => {
    const { status, text } = await runInConsumer('--no-warnings', 'setup/check.cjs', runner);

    expect({ status, text }).toEqual({ status: 0, text: '' });
  },
);
