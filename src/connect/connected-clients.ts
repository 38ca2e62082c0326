import { callSite } from '../base/call-site.js';
import { FakeEventBridgeError } from '../base/errors.js';
import { CONNECTED } from '../base/symbols.js';
import { ConnectedClient, type ConnectedClientDeps } from './client/connected-client.js';
import { Overrides } from './client/overrides.js';
import { eventBridgeClient, eventBridgeClientClass, isSdkClient, type SdkClient } from './sdk-client.js';

interface Held {
  readonly by: object;
  readonly at: string | undefined;
}

/** Which clients and classes one fake holds. */
export class ConnectedClients {
  readonly #deps: ConnectedClientDeps;
  readonly #wirings = new WeakMap<SdkClient, ConnectedClient>();
  /** The wirings again, for restore and reset; weakly, so that a client that is done with can go. */
  #living: WeakRef<ConnectedClient>[] = [];
  #installs = new Overrides();

  constructor(deps: ConnectedClientDeps) {
    this.#deps = deps;
  }

  /** Wires one client. Twice is once; a client of another fake is refused. */
  attach(value: unknown, calledFunction: (...args: never[]) => unknown): void {
    const client = eventBridgeClient(value, 'eb.attach');
    const held = heldOf(client.config['requestHandler']);
    if (held !== undefined && held.by !== this) {
      throw alreadyHeld('eb.attach: this client is attached to another fake', held);
    }
    this.wire(client, callSite(calledFunction));
  }

  /** Wires every client of a class from its next `send` on, whenever it was made, and those of subclasses. */
  install(value: unknown, calledFunction: (...args: never[]) => unknown): void {
    const { prototype } = eventBridgeClientClass(value, 'eb.install');
    const name = (value as { name: string }).name;
    const held = heldOf(prototype.send);
    if (held !== undefined) {
      if (held.by === this) return;
      throw alreadyHeld(`eb.install: ${name} is held by another fake`, held);
    }
    const { send } = prototype;
    const at = callSite(calledFunction);
    const wire = (client: unknown) => {
      if (isSdkClient(client)) this.wire(eventBridgeClient(client, 'eb.install'), at);
    };
    function sendToFake(this: unknown, ...args: never[]): unknown {
      if (heldOf(sendToFake) !== undefined) wire(this);
      return send.apply(this, args);
    }
    hold(sendToFake, { by: this, at }, this.#installs);
    this.#installs.set(prototype, 'send', sendToFake);
  }

  /** Wires a client unless some fake has it already. */
  wire(client: SdkClient, at?: string): void {
    if (heldOf(client.config['requestHandler']) !== undefined) return;
    const wiring = new ConnectedClient(client, this.#deps);
    const handler = client.config['requestHandler'];
    if (typeof handler === 'object' && handler !== null)
      Object.defineProperty(handler, CONNECTED, { value: { by: this, at } });
    this.#wirings.set(client, wiring);
    this.#living.push(new WeakRef(wiring));
  }

  refillRetryQuotas(): void {
    this.#eachWiring((wiring) => wiring.refillRetryQuota());
  }

  /** Lets go of every client and class. Safe to call twice. */
  restore(): void {
    this.#installs.undo();
    this.#eachWiring((wiring) => wiring.undo());
    this.#living = [];
  }

  #eachWiring(act: (wiring: ConnectedClient) => void): void {
    for (const reference of this.#living) {
      const wiring = reference.deref();
      if (wiring !== undefined) act(wiring);
    }
  }
}

function hold(thing: object, held: Held, overrides: Overrides): void {
  overrides.set(thing, CONNECTED, held);
}

function heldOf(thing: unknown): Held | undefined {
  if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null) return undefined;
  return CONNECTED in thing ? (thing[CONNECTED] as Held) : undefined;
}

function alreadyHeld(what: string, { at }: Held): FakeEventBridgeError {
  const place = at === undefined ? '' : ` since ${at}`;
  return new FakeEventBridgeError(
    'ERR_ALREADY_INSTALLED',
    `${what}${place}. Call restore() on that one first, best in an afterAll, or share one fake.`,
  );
}
