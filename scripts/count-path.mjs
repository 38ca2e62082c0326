// `npm run count-path`: the files and functions of `src` that two everyday paths run through, in the order of their first
// call, room by room. `--max FILES` fails when a path needs more files than that.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RUN = fileURLToPath(new URL('count-path-run.mjs', import.meta.url));
const PATHS = {
  send: 'a send of one entry through a connected client, after the first one',
  assertPublished: 'an assertPublished that fails, after one that passed',
};

const at = process.argv.indexOf('--max');
const max = at < 0 ? Number.POSITIVE_INFINITY : Number(process.argv[at + 1]);
let isOver = false;
for (const [name, what] of Object.entries(PATHS)) {
  const printed = execFileSync(process.execPath, ['--no-warnings', RUN, name], {
    encoding: 'utf8',
  });
  const files = JSON.parse(printed);
  const functions = files.reduce((sum, file) => sum + file.functions.length, 0);
  console.log(`${name}: ${what}\n${files.length} files, ${functions} named functions\n`);
  let room;
  for (const file of files) {
    if (file.room !== room) console.log(`  ${file.room}`);
    room = file.room;
    console.log(`    ${file.name}: ${file.functions.join(', ')}`);
  }
  console.log('');
  if (files.length > max) {
    console.error(`${name} runs through ${files.length} files; at most ${max} are allowed`);
    isOver = true;
  }
}
if (isOver) process.exit(1);
