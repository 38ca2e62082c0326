import type { Origin } from '../service/event-bus.js';
import { headerOf, type WireRequest } from './http.js';

/** `Credential=<key>/<date>/<region>/events/aws4_request`; SigV4a has no region in its scope. */
const SCOPE = /^.*?Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/events\/aws4_request/;

/** Finds out which region a request was sent to. Each region has one `Origin` object, which all its events share. */
export class Origins {
  readonly #fallback: Origin;
  readonly #byRegion = new Map<string, Origin>();
  // A client signs with the same scope all day long.
  #lastScope = 'none';
  #lastOrigin: Origin;

  /** @param fallback for requests that are not signed */
  constructor(fallback: Origin) {
    this.#fallback = fallback;
    this.#lastOrigin = fallback;
  }

  /** The region that the client signed for. */
  of({ headers }: WireRequest): Origin {
    const authorization = headerOf(headers, 'authorization');
    if (authorization === undefined) return this.#fallback;
    if (authorization.startsWith(this.#lastScope)) return this.#lastOrigin;
    const [scope, region] = SCOPE.exec(authorization) ?? [];
    if (scope === undefined || region === undefined) return this.#fallback;
    this.#lastScope = scope;
    this.#lastOrigin = this.#inRegion(region);
    return this.#lastOrigin;
  }

  #inRegion(region: string): Origin {
    const { account } = this.#fallback;
    const origin = this.#byRegion.get(region) ?? Object.freeze({ region, account });
    this.#byRegion.set(region, origin);
    return origin;
  }
}
