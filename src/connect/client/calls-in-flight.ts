import { isObject } from '../../base/json/json.js';
import { BEGUN_AT } from '../../base/symbols.js';
import type { Engine } from '../../engine/engine.js';
import type { InFlightCalls } from '../../journal/in-flight-calls.js';
import type { Moments } from '../../journal/moments.js';
import type { SdkClient } from '../sdk-client.js';

type Next = (args: object) => Promise<unknown>;
/** What the SDK keeps for one call: all its middleware shares it. */
interface CallContext {
  [BEGUN_AT]?: number;
}

const NAME = 'fakeEventBridgeCallsInFlight';
const NAME_OF_MARK = 'fakeEventBridgeBegunAt';

/** Counts the calls of one client that have begun and not ended, and marks their requests with the moment they began. */
export class CallsInFlight {
  /** What still counts the last calls of a client that was restored. */
  static readonly #finishing = new WeakMap<SdkClient, CallsInFlight>();

  readonly #client: SdkClient;
  readonly #inFlight: InFlightCalls;
  readonly #moments: Moments;
  #calls = 0;
  #whenDone: (() => void) | undefined;

  /** @param engine that of the fake, which counts the calls of all its clients */
  constructor(client: SdkClient, { inFlight, moments }: Engine) {
    this.#client = client;
    this.#inFlight = inFlight;
    this.#moments = moments;
    // Whoever connects the client next finds it as it was.
    const finishing = CallsInFlight.#finishing.get(client);
    if (finishing !== undefined) finishing.#end();
    client.middlewareStack.add(
      (next: Next, context: CallContext) => (args: object) => this.#count(next, context, args),
      {
        name: NAME,
        step: 'initialize',
        priority: 'high',
        override: true,
      },
    );
    client.middlewareStack.add(
      (next: Next, context: CallContext) => (args: object) => next(markRequest(args, context)),
      {
        name: NAME_OF_MARK,
        step: 'finalizeRequest',
        priority: 'low',
        override: true,
      },
    );
  }

  /** Stops counting new calls, and runs something when the last one has ended: at once, if there is none. */
  finish(whenDone: () => void): void {
    for (const name of [NAME, NAME_OF_MARK]) this.#client.middlewareStack.remove(name);
    this.#whenDone = whenDone;
    CallsInFlight.#finishing.set(this.#client, this);
    if (this.#calls === 0) this.#end();
  }

  #end(): void {
    CallsInFlight.#finishing.delete(this.#client);
    this.#whenDone?.();
    this.#whenDone = undefined;
  }

  async #count(next: Next, context: CallContext, args: object): Promise<unknown> {
    context[BEGUN_AT] = this.#moments.now;
    const call = next(args);
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

function markRequest(args: object, context: CallContext): object {
  if ('request' in args && isObject(args.request)) Reflect.set(args.request, BEGUN_AT, context[BEGUN_AT]);
  return args;
}
