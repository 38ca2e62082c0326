// `npm test`: every check and every test. `npm test -- PATTERN`, or any other arguments of Jest: Jest alone.
import { spawnSync } from 'node:child_process';
import { runSteps } from './run-steps.mjs';

const args = process.argv.slice(2);
if (args.length > 0) {
  const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
if (
  !(await runSteps(['tarball', 'types', 'jest', 'lint', 'prose', 'knip', 'count-path', 'package', 'surface']))
)
  process.exit(1);
