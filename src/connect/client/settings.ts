import type { SdkClient } from '../sdk-client.js';
import { isUnset, overrideEnvironment, readsVariable } from './environment.js';
import type { Overrides } from './overrides.js';

/**
 * Settings that a client reads from the environment and then from the shared config files, unless its constructor was
 * given them. Each has the value that the environment shall give. A variable that is set already keeps its value,
 * except for the region: a test must not depend on the machine it runs on.
 */
const READ_FROM_ENVIRONMENT: readonly (readonly [setting: string, variable: string, value: string])[] = [
  ['maxAttempts', 'AWS_MAX_ATTEMPTS', '3'],
  ['retryMode', 'AWS_RETRY_MODE', 'standard'],
  ['useDualstackEndpoint', 'AWS_USE_DUALSTACK_ENDPOINT', 'false'],
  ['userAgentAppId', 'AWS_SDK_UA_APP_ID', ''],
  ['authSchemePreference', 'AWS_AUTH_SCHEME_PREFERENCE', ''],
];

/** As `READ_FROM_ENVIRONMENT`, but the SDK reads it only after it knows the region. */
const FIPS = 'AWS_USE_FIPS_ENDPOINT';

/**
 * Reads the settings that the constructor of a client was not given from an environment without `~/.aws/config`.
 *
 * A client does not show which settings it was given: each is a function that remembers its first result. Each is
 * called once, here, while the environment holds the value; a setting that was given returns its own. The environment
 * is put back before anything else runs, except for FIPS, which the SDK reads a few microtasks later.
 *
 * `defaultsMode` is never called: in the mode `auto` it asks the instance metadata service where it is.
 */
export function readSettings({ config }: SdkClient, region: string, overrides: Overrides): void {
  readRegion(config, region, overrides);
  const unset = READ_FROM_ENVIRONMENT.filter(([, variable]) => isUnset(variable));
  const putBack = overrideEnvironment(
    Object.fromEntries(unset.map(([, variable, value]) => [variable, value])),
  );
  for (const [setting] of READ_FROM_ENVIRONMENT) read(config[setting]);
  putBack();
  if (isUnset(FIPS)) {
    const putFipsBack = overrideEnvironment({ [FIPS]: 'false' });
    read(config['useFipsEndpoint']).finally(putFipsBack);
  }
  // Newer SDKs read a file for it in each call. There is nothing to correct: the fake's clock is the client's.
  if ('disableClockSkewCorrection' in config) {
    overrides.set(config, 'disableClockSkewCorrection', async () => false);
  }
  // AWS_ENDPOINT_URL and endpoint_url may name a LocalStack, and the fake needs no network.
  overrides.set(config, 'serviceConfiguredEndpoint', async () => undefined);
}

/** The region that the first fake of a client gave it, by its configuration: the client remembers it for good. */
const FILLED_IN = new WeakMap<object, string>();

/** A client without a region gets that of the fake, in place of the region that another fake gave it. */
function readRegion(config: SdkClient['config'], region: string, overrides: Overrides): void {
  const { region: setting } = config;
  const putBack = overrideEnvironment({ AWS_REGION: region });
  const isFilledIn = readsVariable('AWS_REGION', () => read(setting));
  putBack();
  if (isFilledIn) FILLED_IN.set(config, region);
  const filledIn = FILLED_IN.get(config);
  if (filledIn === undefined || filledIn === region || typeof setting !== 'function') return;
  overrides.set(config, 'region', async () => {
    const remembered: unknown = await setting();
    return remembered === filledIn ? region : remembered;
  });
}

/** Calls a setting, and leaves its error to the call that needs it. */
function read(setting: unknown): Promise<unknown> {
  if (typeof setting !== 'function') return Promise.resolve();
  try {
    return Promise.resolve(setting()).catch(() => undefined);
  } catch {
    return Promise.resolve();
  }
}

/** AWS's own example key, which belongs to no account. */
const CREDENTIALS = Object.freeze({
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
});

/** Credentials for a client that is made for the fake. */
export function fakeCredentials(): { readonly accessKeyId: string; readonly secretAccessKey: string } {
  return CREDENTIALS;
}

interface AuthScheme {
  readonly signingName?: string;
  readonly signingRegion?: string;
}

interface Signer {
  constructor: new (options: object) => Signer;
}

/**
 * Gives a client the example credentials. So it never looks for any in the environment, in files, in processes or at
 * the metadata service.
 */
export function giveCredentials(
  { config }: SdkClient,
  region: () => Promise<string>,
  overrides: Overrides,
): void {
  const isReadBySigner = Object.getOwnPropertyDescriptor(config, 'credentials')?.set !== undefined;
  const credentials = async () => CREDENTIALS;
  overrides.set(config, 'credentials', credentials);
  const { signer } = config;
  if (isReadBySigner || typeof signer !== 'function') return;
  // In 3.758 and before, the signer keeps the credentials that the constructor chose: make another of its class.
  overrides.set(config, 'signer', async (scheme: AuthScheme = {}) => {
    const original: Signer = await signer(scheme);
    return new original.constructor({
      ...config,
      credentials,
      region: scheme.signingRegion ?? (await region()),
      service: scheme.signingName ?? config['defaultSigningName'] ?? 'events',
      uriEscapePath: true,
    });
  });
}
