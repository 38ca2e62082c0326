import type { SdkClient } from '../sdk-client.js';
import type { Overrides } from './overrides.js';

/** AWS's own example key: recognisably of no account. */
const CREDENTIALS = Object.freeze({
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
});

/** Credentials for a client that is made for the fake. */
export function fakeCredentials(): { readonly accessKeyId: string; readonly secretAccessKey: string } {
  return CREDENTIALS;
}

/**
 * Gives a client credentials that are nobody's, so that it never looks for any: no environment, no file, no process, no
 * metadata service.
 */
export function giveCredentials(
  { config }: SdkClient,
  region: () => Promise<string>,
  overrides: Overrides,
): void {
  const credentials = Object.getOwnPropertyDescriptor(config, 'credentials');
  // Since its credentials can be set, the SDK's signer asks for them when it signs.
  const signerAsksLater = credentials?.set !== undefined;
  overrides.set(config, 'credentials', async () => CREDENTIALS);
  if (!signerAsksLater && 'signer' in config)
    overrides.set(config, 'signer', async () => stampingSigner(region));
}

/**
 * A signer for older SDKs, whose own has the credential chain built in. It stamps the request with a credential scope
 * and no signature worth the name: nobody checks it.
 */
function stampingSigner(region: () => Promise<string>) {
  return {
    async sign(request: { headers: Record<string, string> }) {
      const date = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
      request.headers['x-amz-date'] = date;
      request.headers['authorization'] =
        `AWS4-HMAC-SHA256 Credential=${CREDENTIALS.accessKeyId}/${date.slice(0, 8)}/${await region()}/events/aws4_request, SignedHeaders=host;x-amz-date, Signature=0`;
      return request;
    },
  };
}
