import type { Origin } from '../service/event-bus.js';
import { headerOf, type WireRequest } from './http.js';

/** `Credential=<key>/<date>/<region>/events/aws4_request`; SigV4a has no region in its scope. */
const SCOPE = /Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/events\/aws4_request/;

/** Finds out which region a request was sent to. Each region has one `Origin` object, which all its events share. */
export class Origins {
  readonly #fallback: Origin;
  readonly #byRegion = new Map<string, Origin>();
  /** By the host of a regional endpoint, which says the region as well: reading the signature takes longer. */
  readonly #byHostname = new Map<string, Origin>();

  /** @param fallback for requests that are not signed */
  constructor(fallback: Origin) {
    this.#fallback = fallback;
  }

  /** The region that the client signed for. */
  of({ headers, hostname }: WireRequest): Origin {
    const known = this.#byHostname.get(hostname);
    if (known !== undefined) return known;
    const region = SCOPE.exec(headerOf(headers, 'authorization') ?? '')?.[1];
    if (region === undefined) return this.#fallback;
    const origin = this.#inRegion(region);
    if (hostname.includes(`.${region}.`)) this.#byHostname.set(hostname, origin);
    return origin;
  }

  #inRegion(region: string): Origin {
    const { account } = this.#fallback;
    const origin = this.#byRegion.get(region) ?? Object.freeze({ region, account });
    this.#byRegion.set(region, origin);
    return origin;
  }
}
