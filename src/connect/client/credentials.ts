import type { SdkClient } from '../sdk-client.js';
import type { Overrides } from './overrides.js';

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
 * Gives a client the example credentials, so that it never looks for any: not in the environment, in files, in
 * processes or at the metadata service.
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
