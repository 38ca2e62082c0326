import { callSite } from '../call-site.js';
import { FakeEventBridgeError } from '../errors.js';
import { Overrides } from './overrides.js';
import { eventBridgeClient, eventBridgeClientClass, isSdkClient, type SdkClient } from './sdk-client.js';
import { Wiring, type WiringSurroundings } from './wiring.js';

/** On a replaced `send`, and on the handler of a wired client: who holds it, and since which line. */
const HELD = Symbol.for('fake-eventbridge.held');

interface Held {
  readonly by: object;
  readonly at: string | undefined;
}

/** Which clients and classes one fake holds. */
export class Switchboard {
  readonly #surroundings: WiringSurroundings;
  readonly #wirings = new WeakMap<SdkClient, Wiring>();
  /** The wirings again, for restore and reset; weakly, so that a client that is done with can go. */
  #living: WeakRef<Wiring>[] = [];
  #installs = new Overrides();

  constructor(surroundings: WiringSurroundings) {
    this.#surroundings = surroundings;
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
    const wiring = new Wiring(client, this.#surroundings);
    const handler = client.config['requestHandler'];
    if (typeof handler === 'object' && handler !== null)
      Object.defineProperty(handler, HELD, { value: { by: this, at } });
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

  #eachWiring(act: (wiring: Wiring) => void): void {
    for (const reference of this.#living) {
      const wiring = reference.deref();
      if (wiring !== undefined) act(wiring);
    }
  }
}

function hold(thing: object, held: Held, overrides: Overrides): void {
  overrides.set(thing, HELD, held);
}

function heldOf(thing: unknown): Held | undefined {
  if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null) return undefined;
  return HELD in thing ? (thing[HELD] as Held) : undefined;
}

function alreadyHeld(what: string, { at }: Held): FakeEventBridgeError {
  const place = at === undefined ? '' : ` since ${at}`;
  return new FakeEventBridgeError(
    'ERR_ALREADY_INSTALLED',
    `${what}${place}. Call restore() on that one first, best in an afterAll, or share one fake.`,
  );
}
