import { type FakeEventBridgeError, wrongUse } from '../../base/errors.js';
import { formatPath } from '../choices/decision.js';
import type { RunRecord } from './running/run-record.js';

const CONNECT =
  'Connect it with eb.attach(client), or all clients of its class with eb.install(client.constructor).';

/** Errors of the SDK before it sends anything. A connected client needs neither credentials nor a region. */
const SETTINGS_ERROR = /^CredentialsProviderError$|^Region is missing$/;

/**
 * Refuses a run in which the publisher used a client that the fake does not see: what it publishes there cannot be judged.
 * @throws {FakeEventBridgeError}
 */
export function refuseUnseenClient({ strays, ending, decisions }: RunRecord, method: string): void {
  const stray = strays.find(({ reason }) => reason === 'not-connected');
  if (stray !== undefined) {
    const seen = `publish() sent a request to ${stray.hostname} (${stray.operation})`;
    throw unseen(seen, 'The fake stopped the request: nothing left this process.');
  }
  const error = ending.kind === 'rejected' ? ending.error : undefined;
  if (error instanceof Error && [error.name, error.message].some((text) => SETTINGS_ERROR.test(text))) {
    const seen = `publish() failed with ${error.name}: ${error.message}`;
    throw unseen(seen, 'A connected client needs no credentials and no region.');
  }

  function unseen(seen: string, why: string): FakeEventBridgeError {
    const where = decisions.length === 0 ? '' : ` in the run "${formatPath(decisions)}"`;
    return wrongUse(
      `${method}: ${seen}${where}, with a client that is not connected to this fake. ${why} ${CONNECT}`,
    );
  }
}
