import { wrongUse } from '../base/errors.js';
import type { CompiledMatch } from '../match/compile-match.js';

/** What EventBridge gives an event, and an entry on its way does not have. */
const GIVEN_ON_ACCEPTANCE = ['id', 'time', 'region', 'account', 'version'];

/**
 * Compiles the match that selects what a fault fails.
 * @throws {FakeEventBridgeError} when no entry could ever match
 */
export function compileEntryMatch(
  match: unknown,
  method: string,
  compileMatch: (match: unknown, method: string) => CompiledMatch,
): CompiledMatch {
  const compiled = compileMatch(match, method);
  const given = GIVEN_ON_ACCEPTANCE.find((property) => compiled.properties.includes(property));
  if (given === undefined) return compiled;
  throw wrongUse(
    `${method}: an entry on its way does not have "${given}" yet, so this fault would never fire. Match by what the publisher sends: bus, source, detailType, detail, resources or traceHeader.`,
  );
}
