import type { SdkClient } from '../sdk-client.js';
import { holdEnvironment, isUnset } from './environment.js';
import type { Overrides } from './overrides.js';

/**
 * Settings that a client asks the environment and then the shared config files for, unless its constructor was
 * given them, with the answer that the environment shall have. A variable that is set already keeps its value, but for
 * the region: a test must not depend on the machine it runs on.
 */
const ASKED_OF_ENVIRONMENT: readonly (readonly [setting: string, variable: string, answer: string])[] = [
  ['maxAttempts', 'AWS_MAX_ATTEMPTS', '3'],
  ['retryMode', 'AWS_RETRY_MODE', 'standard'],
  ['useDualstackEndpoint', 'AWS_USE_DUALSTACK_ENDPOINT', 'false'],
  ['userAgentAppId', 'AWS_SDK_UA_APP_ID', ''],
  ['authSchemePreference', 'AWS_AUTH_SCHEME_PREFERENCE', ''],
  ['defaultsMode', 'AWS_DEFAULTS_MODE', 'legacy'],
];

/** As `ASKED_OF_ENVIRONMENT`, but read by every SDK only after it knows the region. */
const FIPS = 'AWS_USE_FIPS_ENDPOINT';

/**
 * Settles the settings of a client that its constructor was not given, without looking at `~/.aws/config`.
 *
 * A client that exists already does not tell which settings it was given: each is a function, and it remembers its first
 * answer. So each is asked once, here, while the environment holds the answer; a given setting answers for itself.
 * The environment is restored before anything else runs, except for FIPS, which the SDK reads a few microtasks later,
 * and for old SDKs, which read everything a microtask later.
 */
export function settleSettings({ config }: SdkClient, region: string, overrides: Overrides): void {
  whileReading(config, { AWS_REGION: region }, () => ask(config['region']));
  const unset = ASKED_OF_ENVIRONMENT.filter(([, variable]) => isUnset(variable));
  const answers = Object.fromEntries(unset.map(([, variable, answer]) => [variable, answer]));
  whileReading(config, answers, () => {
    for (const [setting] of ASKED_OF_ENVIRONMENT) ask(config[setting]);
  });
  if (isUnset(FIPS)) {
    const letFipsGo = holdEnvironment({ [FIPS]: 'false' });
    ask(config['useFipsEndpoint']).finally(letFipsGo);
  }
  // The name of the application that SDKs around 3.600 send along: they read it in the constructor, and each call waits
  // for the file. Newer ones have a setting for it.
  if (!('userAgentAppId' in config)) {
    overrides.set(config, 'defaultUserAgentProvider', async () => [['aws-sdk-js', 'fake-eventbridge']]);
    // SDKs around 3.500 ask a file for an endpoint in each call, unless the client has one; this one says that it has none.
    if (config['endpoint'] === undefined) overrides.set(config, 'endpoint', async () => undefined);
  }
  // Newer SDKs ask a file for it in each call. There is nothing to correct: the fake's clock is the client's.
  if ('disableClockSkewCorrection' in config) {
    overrides.set(config, 'disableClockSkewCorrection', async () => false);
  }
  // AWS_ENDPOINT_URL and endpoint_url point at somebody's LocalStack, and there is no network here.
  overrides.set(config, 'serviceConfiguredEndpoint', async () => undefined);
}

/**
 * Holds variables while a client reads them. The chain of providers of SDKs up to 3.370 asks even its first one a
 * microtask late (measured; that of 3.388 does not). Clients have `extensions` since 3.400 or so.
 */
function whileReading(
  config: Record<string, unknown>,
  variables: Readonly<Record<string, string>>,
  read: () => void,
): void {
  const letGo = holdEnvironment(variables);
  read();
  if ('extensions' in config) letGo();
  else Promise.resolve().then(letGo);
}

/** Asks a setting, and leaves what goes wrong with it to the call that needs it. */
function ask(setting: unknown): Promise<unknown> {
  if (typeof setting !== 'function') return Promise.resolve();
  try {
    return Promise.resolve(setting()).catch(() => undefined);
  } catch {
    return Promise.resolve();
  }
}
