/** The colours of a terminal. */
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');

export const uncoloured = (text: string): string => text.replace(ANSI, '');

/** What differs from run to run, or whenever a line is added: colours, locations, the length of random waits. */
export function settled(text: string): string {
  return uncoloured(text)
    .replace(/\.ts:\d+:\d+/g, '.ts:…')
    .replace(/\d+ ms of backoff/g, '… ms of backoff');
}

/** The message with which an assertion fails. */
export function messageOf(assertion: () => unknown): string {
  try {
    assertion();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('the assertion has not failed');
}

/** The same without what differs from run to run. */
export function failure(assertion: () => unknown): string {
  return settled(messageOf(assertion));
}
