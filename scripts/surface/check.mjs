// `npm run surface`: the public declarations, the size of the package and the work that it does, against what is committed in
// etc/. `npm run surface -- --write` builds, and writes them as they are now.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const run = (script) =>
  spawnSync(process.execPath, [`scripts/${script}`, ...args], { stdio: 'inherit' }).status === 0;

// The other steps of the checks have built the package already.
if (process.env.FAKE_EVENTBRIDGE_PACKED !== '1' && !run('build.mjs')) process.exit(1);
const passed = ['surface/api-report.mjs', 'surface/budgets.mjs'].map(run);
if (!passed.every(Boolean)) process.exit(1);
