// `npm run prose`: finds the words of words.yaml in everything that a person reads. `npm run prose -- FILE...` reads these
// files alone.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { checkProse } from './check-prose.js';

const named = process.argv.slice(2);
const files = named.length > 0 ? named : trackedFiles();
const problems = checkProse(
  new Map(files.map((file) => [file, readFileSync(file, 'utf8')])),
  parse(readFileSync('scripts/prose/words.yaml', 'utf8')),
  named.length > 0 ? [] : parse(readFileSync('scripts/prose/exceptions.yaml', 'utf8')),
);
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`\n${problems.length} to fix. The words: scripts/prose/words.yaml`);
  process.exitCode = 1;
}

/** Those that Git knows or could add. etc/ is written by a tool. */
function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  });
  return listed.split('\0').filter((file) => /\.(?:md|ts|mjs|cjs)$/.test(file) && !file.startsWith('etc/'));
}
