import { expect, test } from '@jest/globals';
import { run } from '../support/consumer';
import { root } from '../support/root';

test('passes the quick rows of the matrix: pnpm, nothing left behind, the oldest SDK', async () => {
  const { status, text } = await run(process.execPath, ['scripts/matrix.mjs', '--only', 'quick'], root, {
    // What the machine has installed before is not looked up again.
    npm_config_prefer_offline: 'true',
    // Its set-up has built and packed the package.
    FAKE_EVENTBRIDGE_PACKED: '1',
  });
  expect({ status, text: status === 0 ? '' : text }).toEqual({ status: 0, text: '' });
  expect(text).toMatch(/^2 of 2 rows pass$/m);
});
