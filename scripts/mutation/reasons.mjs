import { readdirSync } from 'node:fs';

const FOLDER = new URL('reasons/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file !== 'in-file.mjs');

/** Why a mutant may live: by file below `src`, and the code that it changes. Each room has a file in `reasons/`. */
export const REASONS = (
  await Promise.all(files.map(async (file) => (await import(new URL(file, FOLDER).href)).default))
).flat();
