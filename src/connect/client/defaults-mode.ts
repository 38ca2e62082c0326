import type { EventBridgeClientConfig } from '@aws-sdk/client-eventbridge';

type DefaultsMode = EventBridgeClientConfig['defaultsMode'];

/**
 * The defaults mode for a client that must not ask the instance metadata service where it is. In the mode `auto` it
 * asks in its constructor. Outside of EC2 the SDK takes `auto` for `standard`.
 * @param given what the user gave; otherwise the environment decides, and no configuration file
 */
export function withoutMetadataService(given: DefaultsMode): NonNullable<DefaultsMode> {
  if (typeof given === 'function') return async () => standardForAuto(await given());
  const ofEnvironment = process.env['AWS_DEFAULTS_MODE'];
  // An unknown mode is for the SDK to refuse.
  return standardForAuto(given ?? (ofEnvironment as ResolvedDefaultsMode | undefined) ?? 'legacy');
}

type ResolvedDefaultsMode = Exclude<NonNullable<DefaultsMode>, (...args: never[]) => unknown>;

function standardForAuto(mode: ResolvedDefaultsMode): ResolvedDefaultsMode {
  return mode.toLowerCase() === 'auto' ? 'standard' : mode;
}
