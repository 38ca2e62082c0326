import type { Sending } from '../../../journal/logical-events/logical-event.js';

/** The codes that AWS documents as worth another try. */
const TRANSIENT: ReadonlySet<string> = new Set(['ThrottlingException', 'InternalFailure']);

/** Whether an entry was rejected with an error that is worth another try. */
export function isTransient({ error }: Sending): boolean {
  return TRANSIENT.has(error?.code ?? '');
}
