import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the recordings of AWS lie: they are not ours to distribute. */
const folder =
  process.env['FAKE_EVENTBRIDGE_RECORDINGS'] ?? resolve(__dirname, '../../../shared/conformance');

/** Why tests of recordings are skipped where there are none. */
export const NO_RECORDINGS = 'no recordings; name their folder in FAKE_EVENTBRIDGE_RECORDINGS';

/** The rows of a JSON file, or of a file with one JSON text a line, or `undefined` where the data is not at hand. */
export function recordings(file: string): unknown[] | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  if (!file.endsWith('.jsonl')) return JSON.parse(text);
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line));
}
