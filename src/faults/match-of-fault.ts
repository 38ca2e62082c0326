import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import type { CompiledMatch } from '../match/compile-match.js';
import type { FaultDeps } from './fault.js';

/** What EventBridge gives an event, and no entry on its way has. */
const GIVEN_ON_ACCEPTANCE = ['id', 'time', 'region', 'account'];

/**
 * The match that chooses what a fault strikes.
 * @throws {FakeEventBridgeError} when no entry could ever match
 */
export function matchOfFault(
  match: unknown,
  method: string,
  { compileMatch }: Pick<FaultDeps, 'compileMatch'>,
): CompiledMatch {
  const compiled = compileMatch(match, method);
  const tooEarly = GIVEN_ON_ACCEPTANCE.find((member) => isObject(match) && match[member] !== undefined);
  if (tooEarly === undefined) return compiled;
  throw wrongUse(
    `${method}: an entry on its way has no "${tooEarly}" yet, so that this fault would never fire. Match by what the publisher sends: bus, source, detailType, detail, resources or traceHeader.`,
  );
}
