// `npm run count-path`: the files and functions of `src` that two everyday paths run through, in the order of their first
// call, room by room. `--max FILES` fails when a path needs more files than that, or others than docs/architecture.md says.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RUN = fileURLToPath(new URL('count-path-run.mjs', import.meta.url));
const PATHS = {
  send: {
    what: 'a send of one entry through a connected client, after the first one',
    section: 'The route of a request',
  },
  assertPublished: {
    what: 'an assertPublished that fails, after one that passed',
    section: 'The route of a failing assertion',
  },
};

/** The files that a section of the page names in its table. */
function filesInPage(section) {
  const [, text = ''] = readFileSync('docs/architecture.md', 'utf8').split(`\n## ${section}\n`);
  const rows = text
    .split('\n## ')[0]
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return new Set(
    rows.flatMap((row) => [...row.split('|')[2].matchAll(/`([^`]+\.ts)`/g)].map(([, file]) => file)),
  );
}

const at = process.argv.indexOf('--max');
const max = at < 0 ? Number.POSITIVE_INFINITY : Number(process.argv[at + 1]);
const problems = [];
const taken = JSON.parse(execFileSync(process.execPath, ['--no-warnings', RUN], { encoding: 'utf8' }));
for (const [name, { what, section }] of Object.entries(PATHS)) {
  const files = taken[name];
  const functions = files.reduce((sum, file) => sum + file.functions.length, 0);
  console.log(`${name}: ${what}\n${files.length} files, ${functions} named functions\n`);
  let room;
  for (const file of files) {
    if (file.room !== room) console.log(`  ${file.room}`);
    room = file.room;
    console.log(`    ${file.name}: ${file.functions.join(', ')}`);
  }
  console.log('');
  if (max === Number.POSITIVE_INFINITY) continue;
  if (files.length > max)
    problems.push(`${name} runs through ${files.length} files; at most ${max} are allowed`);
  const named = filesInPage(section);
  for (const file of files)
    if (!named.delete(file.name)) problems.push(`"${section}" does not name ${file.name}`);
  for (const file of named) problems.push(`"${section}" names ${file}, which ${name} does not run through`);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
