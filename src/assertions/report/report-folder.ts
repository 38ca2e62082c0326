import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The environment variable that names a folder for the pictures of failures. */
const FOLDER = 'FAKE_EVENTBRIDGE_REPORTS';

let written = 0;

/** The folder, if there is one. */
export function reportFolder(): string | undefined {
  return process.env[FOLDER] || undefined;
}

/**
 * Writes a picture of a failure into the folder that the environment names. Without one nothing is written. A folder that
 * cannot be written must not hide the failure.
 * @param what the beginning of the line that is returned: `The report as a page`
 * @returns a line that says where the file is, or why there is none
 */
export function writeToReportFolder(
  what: string,
  file: { readonly name: string; readonly extension: string; readonly content: () => string },
): string | undefined {
  const folder = reportFolder();
  if (folder === undefined) return undefined;
  const path = join(folder, `${file.name}-${process.pid}-${written + 1}.${file.extension}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, file.content());
  } catch (error) {
    return `${what} could not be written: ${String(error)}`;
  }
  written += 1;
  return `${what}: ${path}`;
}
