// The mutation score of each room as it was measured last. A run of all rooms takes an hour, so it is kept, and says for
// which sources it holds.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { ROOMS } from './rooms.mjs';

const FILE = 'etc/mutation-scores.json';

/** By room: `{ score, killed, total, sources }`. */
export function readScores() {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

/** @param measured by room: `{ score, killed, total }`; the other rooms keep what was measured before */
export function writeScores(measured) {
  const known = readScores();
  const scores = Object.keys(ROOMS).flatMap((room) => {
    const score = measured[room] && { ...measured[room], sources: sourcesOf(room) };
    return score || known[room] ? [[room, score ?? known[room]]] : [];
  });
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(scores), null, 2)}\n`);
}

/** A hash of the code of a room, without its comments and its layout. */
export function sourcesOf(room) {
  const hash = createHash('sha256');
  for (const file of filesIn(room)) {
    const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', minifyWhitespace: true });
    hash.update(`${file}\n${code}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The files of a room, from the first folder that is mutated. */
export function filesIn(room) {
  const folder = ROOMS[room].mutate[0].replace(/\/\*.*/, '');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`)
    .sort();
}
