// Builds, and measures what was built.
import { execFileSync } from 'node:child_process';

execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
execFileSync(process.execPath, ['--no-warnings', 'bench/run.mjs'], { stdio: 'inherit' });
