// `npm run demo` on a fresh clone: installs and builds what is missing, then runs the example publisher.
import { execFileSync, execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('node_modules/.package-lock.json')) execSync('npm ci', { stdio: 'inherit' });
execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
execFileSync(process.execPath, ['--no-warnings', '--import', 'tsx', 'examples/order-publisher/demo.ts'], {
  stdio: 'inherit',
});
