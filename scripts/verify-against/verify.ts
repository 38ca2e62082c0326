import { bodyFor, differences, type Exchange } from '../../test/fidelity/exchange';
import type { Evidence } from '../../test/fidelity/row';
import { rows } from '../../test/fidelity/table';
import type { RawSender } from './send-raw';

/** A request of the table, and the row that it belongs to. */
export interface Check {
  readonly id: string;
  readonly what: string;
  readonly evidence: Evidence;
  readonly exchange: Exchange;
}

/** A check that was made. */
export interface Finding extends Check {
  /** How the answer differs from the table; none when it does not. */
  readonly lines: readonly string[];
}

/** Everything that can be sent with credentials. */
export const checks: readonly Check[] = rows.flatMap(({ id, what, evidence, exchanges = [] }) =>
  exchanges.flatMap((exchange) => (exchange.isUnsigned === true ? [] : [{ id, what, evidence, exchange }])),
);

/** How many events the requests publish at most, on the bus that is given. */
export const publishedEvents: number = checks.reduce(
  (sum, { exchange }) => sum + (exchange.answer.body?.match(/"EventId"/g)?.length ?? 0),
  0,
);

/** Codes that say that the credentials are wrong, not that the table is. */
const REFUSED =
  /AccessDenied|UnrecognizedClient|InvalidSignature|ExpiredToken|MissingAuthentication|InvalidClientToken/;

/**
 * Sends the requests one after the other and compares the answers.
 * @throws when the first answer says that the credentials are not good
 */
export async function verify(sender: RawSender, bus: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    const { exchange } = check;
    const { operation, headers = {} } = exchange;
    const received = await sender.send({ operation, headers, body: bodyFor(exchange, bus) });
    if (findings.length === 0 && REFUSED.test(received.body))
      throw new Error(`verify-against: the credentials were refused: ${received.body}`);
    findings.push({ ...check, lines: differences(exchange, received, bus) });
  }
  return findings;
}
