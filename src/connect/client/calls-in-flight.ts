import type { InFlightCalls } from '../../journal/in-flight-calls.js';
import type { SdkClient } from '../sdk-client.js';

type Next = (args: unknown) => Promise<unknown>;

const NAME = 'fakeEventBridgeCallsInFlight';

/** Counts the calls of one client that have begun and not ended. */
export class CallsInFlight {
  /** What still counts the last calls of a client that was restored. */
  static readonly #finishing = new WeakMap<SdkClient, CallsInFlight>();

  readonly #client: SdkClient;
  readonly #inFlight: InFlightCalls;
  #calls = 0;
  #whenDone: (() => void) | undefined;

  /** @param inFlight the calls of all clients of the fake */
  constructor(client: SdkClient, inFlight: InFlightCalls) {
    this.#client = client;
    this.#inFlight = inFlight;
    // Whoever connects the client next finds it as it was.
    const finishing = CallsInFlight.#finishing.get(client);
    if (finishing !== undefined) finishing.#end();
    client.middlewareStack.add((next: Next) => (args: unknown) => this.#count(next(args)), {
      name: NAME,
      step: 'initialize',
      priority: 'high',
      override: true,
    });
  }

  /** Stops counting new calls, and runs something when the last one has ended: at once, if there is none. */
  finish(whenDone: () => void): void {
    this.#client.middlewareStack.remove(NAME);
    this.#whenDone = whenDone;
    CallsInFlight.#finishing.set(this.#client, this);
    if (this.#calls === 0) this.#end();
  }

  #end(): void {
    CallsInFlight.#finishing.delete(this.#client);
    this.#whenDone?.();
    this.#whenDone = undefined;
  }

  async #count(call: Promise<unknown>): Promise<unknown> {
    this.#calls += 1;
    this.#inFlight.begin(call);
    try {
      return await call;
    } finally {
      this.#calls -= 1;
      this.#inFlight.end(call);
      if (this.#calls === 0 && this.#whenDone !== undefined) this.#end();
    }
  }
}
