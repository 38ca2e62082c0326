import type { Overrides } from './overrides.js';
import type { SdkClient } from './sdk-client.js';

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

/**
 * Settles the settings of a client that its constructor was not given, without looking at `~/.aws/config`.
 *
 * A client that exists already does not tell which settings it was given: each is a function, and it remembers its first
 * answer. So each is asked once, here, while the environment holds the answer; a given setting answers for itself.
 * The environment is restored before anything else runs, except for FIPS, which the SDK reads a few microtasks later.
 */
export function settleSettings({ config }: SdkClient, region: string, overrides: Overrides): void {
  withVariables({ AWS_REGION: region }, () => ask(config['region']));
  const unset = ASKED_OF_ENVIRONMENT.filter(([, variable]) => process.env[variable] === undefined);
  const variables = Object.fromEntries(unset.map(([, variable, answer]) => [variable, answer]));
  withVariables(variables, () => {
    for (const [setting] of ASKED_OF_ENVIRONMENT) ask(config[setting]);
  });
  holdFips(() => ask(config['useFipsEndpoint']));
  // AWS_ENDPOINT_URL and endpoint_url point at somebody's LocalStack, and there is no network here.
  overrides.set(config, 'serviceConfiguredEndpoint', async () => undefined);
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

function withVariables(variables: Readonly<Record<string, string>>, run: () => void): void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    run();
  } finally {
    for (const [name, value] of before) setVariable(name, value);
  }
}

const FIPS = 'AWS_USE_FIPS_ENDPOINT';
/** How many clients are at this moment reading what is held; the last of them lets go. */
let fipsReaders = 0;

function holdFips(read: () => Promise<unknown>): void {
  if (fipsReaders === 0 && process.env[FIPS] !== undefined) return;
  process.env[FIPS] = 'false';
  fipsReaders += 1;
  read().finally(() => {
    fipsReaders -= 1;
    if (fipsReaders === 0) setVariable(FIPS, undefined);
  });
}

function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
