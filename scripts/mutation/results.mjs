// What the runs of Stryker have found so far.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

const FOLDER = '.tmp/mutation';

/** What the runs of a room, and of its files, found about each mutant; the newest result counts. */
export function filesOf(room) {
  const files = {};
  const names = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  const results = names
    .filter((name) => name.endsWith('.result.json') && name.startsWith(`${room}.`))
    .map((name) => `${FOLDER}/${name}`)
    .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
  for (const result of results)
    for (const [file, { source, mutants }] of Object.entries(
      JSON.parse(readFileSync(result, 'utf8')).files,
    )) {
      // A file that has changed since has other mutants.
      if (!existsSync(file) || readFileSync(file, 'utf8') !== source) continue;
      const known = new Map((files[file]?.mutants ?? []).map((mutant) => [keyOf(mutant), mutant]));
      for (const mutant of mutants) known.set(keyOf(mutant), mutant);
      files[file] = { source, mutants: [...known.values()] };
    }
  return files;
}

function keyOf({ location: { start, end }, replacement, mutatorName }) {
  return [start.line, start.column, end.line, end.column, replacement, mutatorName].join(' ');
}
