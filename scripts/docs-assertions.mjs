// `npm run docs:assertions`: pins the failing texts of all assertions and explorations as they are now, and writes docs/failing-texts.md from them.
// Read what has changed before you commit it: these texts are what people read when their tests fail.
import { spawnSync } from 'node:child_process';

for (const name of [
  'assertions/failures/failures',
  'assertions/failures/failing-texts-page',
  'explore/defects',
]) {
  const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', `test/${name}.test.ts`], {
    stdio: 'inherit',
    env: { ...process.env, UPDATE_TEXTS: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
