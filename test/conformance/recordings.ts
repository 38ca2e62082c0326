import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the recordings of AWS lie: they are not ours to distribute. */
const folder =
  process.env['FAKE_EVENTBRIDGE_RECORDINGS'] ?? resolve(__dirname, '../../../shared/conformance');

/** The rows of a file of recordings, or `undefined` where the data is not at hand. */
export function recordings(file: string): unknown[] | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) {
    process.stderr.write(
      `skipped: no recordings at hand (${file}); name their folder in FAKE_EVENTBRIDGE_RECORDINGS\n`,
    );
    return undefined;
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}
