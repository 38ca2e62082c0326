// `npm run docs:fidelity`: writes docs/fidelity.md and the numbers in README.md from test/fidelity/table.ts.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', 'test/fidelity/page.test.ts'],
  { stdio: 'inherit', env: { ...process.env, UPDATE_FIDELITY: '1' } },
);
process.exit(status ?? 1);
