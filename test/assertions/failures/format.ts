import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

/** Text as the project's formatter has it. @param name a file name, for its ending */
export function format(name: string, text: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'format', `--stdin-file-path=${name}`],
    { cwd: root, encoding: 'utf8', input: text },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
