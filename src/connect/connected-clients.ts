import { CallSite } from '../base/call-site.js';
import { FakeEventBridgeError } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { loadPartsForConcurrentTests } from '../base/runtime/load-parts.js';
import { CONNECTED } from '../base/symbols.js';
import { ConnectedClient, type ConnectedClientDeps } from './client/connected-client.js';
import { Overrides } from './client/overrides.js';
import { describeMock } from './describe-client.js';
import { NetworkGuard } from './network-guard/network-guard.js';
import {
  eventBridgeClient,
  eventBridgeClientClass,
  isSdkClient,
  type SdkClient,
  type SdkClientClass,
} from './sdk-client.js';

/** What connecting needs of the fake. */
export interface ConnectedClientsDeps extends ConnectedClientDeps {
  readonly networkGuard: boolean;
}

/** The mark on a client or class that is connected. */
interface Connection {
  readonly to: object;
  /** The location of the `attach` or `install`. */
  readonly at: string | undefined;
}

/** A class that is connected: what was changed for it, and its clients since, held weakly. */
interface Install {
  /** The `send` of the class before it was connected. */
  readonly send: unknown;
  readonly overrides: Overrides;
  readonly clients: WeakRef<ConnectedClient>[];
}

type Caller = (...args: never[]) => unknown;

/** The clients and classes that are connected to one fake. */
export class ConnectedClients {
  readonly #deps: ConnectedClientsDeps;
  readonly #guard: NetworkGuard | undefined;
  /** Keeps what was changed on a client as long as the client lives. */
  readonly #byClient = new WeakMap<SdkClient, ConnectedClient>();
  /** For restore and reset. Weak, so that a client can be garbage-collected. */
  #living: WeakRef<ConnectedClient>[] = [];
  readonly #installs = new Map<SdkClientClass & { readonly name?: string }, Install>();

  constructor(deps: ConnectedClientsDeps) {
    this.#deps = deps;
    this.#guard = deps.networkGuard ? new NetworkGuard(deps.engine) : undefined;
  }

  /** Connects one client. Twice is once. A client that is connected to another fake is refused. */
  attach(value: unknown, calledFunction: Caller): void {
    const client = eventBridgeClient(value, 'eb.attach');
    const connection = connectionOfClient(client);
    if (connection !== undefined && connection.to !== this)
      throw alreadyConnected('eb.attach: this client', connection);
    this.connect(client, new CallSite(calledFunction).location);
  }

  /**
   * Connects every client of a class and of its subclasses at its next `send`, whenever it was made.
   * @param method what the user called, for the messages
   * @param at the location of that call
   */
  install(value: unknown, method: string, at: string | undefined): void {
    loadPartsForConcurrentTests();
    const clientClass = eventBridgeClientClass(value, method);
    const { prototype } = clientClass;
    const connection = connectionOf(prototype.send);
    if (connection !== undefined) {
      if (connection.to === this) return;
      throw alreadyConnected(`${method}: the class ${(value as { name: string }).name}`, connection);
    }
    this.#guard?.start();
    const { send } = prototype;
    const connectNew = (client: unknown) => {
      // A spy that is restored after `restore()` puts `sendToFake` back.
      const current = this.#installs.get(clientClass);
      if (current !== undefined && isSdkClient(client))
        this.connect(eventBridgeClient(client, method), at, current.clients);
    };
    function sendToFake(this: unknown, ...args: never[]): unknown {
      if (connectionOfClient(this) === undefined) connectNew(this);
      return send.apply(this, args);
    }
    const install: Install = { send, overrides: new Overrides(), clients: [] };
    install.overrides.set(sendToFake, CONNECTED, { to: this, at });
    install.overrides.set(prototype, 'send', sendToFake);
    this.#installs.set(clientClass, install);
  }

  /** Disconnects one class and the clients that are connected because of it. The clients of `attach` stay connected. */
  uninstall(clientClass: SdkClientClass): void {
    const install = this.#installs.get(clientClass);
    if (install === undefined) return;
    this.#installs.delete(clientClass);
    install.overrides.undo();
    for (const client of living(install.clients)) client.undo();
    if (this.#installs.size === 0 && living(this.#living).length === 0) this.#guard?.stop();
  }

  /** Connects a client unless it is connected to some fake. */
  connect(client: SdkClient, at?: string, list = this.#living): void {
    if (connectionOfClient(client) !== undefined) return;
    this.#guard?.start();
    const connected = new ConnectedClient(client, this.#deps);
    const handler = client.config['requestHandler'];
    if (typeof handler === 'object' && handler !== null)
      Object.defineProperty(handler, CONNECTED, { value: { to: this, at } });
    this.#byClient.set(client, connected);
    list.push(new WeakRef(connected));
  }

  /** `EventBridgeClient.prototype.send is a stub of Sinon`, if a mock is before or behind the `send` of a connected class. */
  mockedSend(): string | undefined {
    for (const [{ prototype, name }, { send }] of this.#installs) {
      const mock = describeMock(prototype.send) ?? describeMock(send);
      if (mock !== undefined) return `${name}.prototype.send is ${mock}`;
    }
    return undefined;
  }

  refillRetryQuotas(): void {
    for (const client of living(this.#living)) client.refillRetryQuota();
    for (const { clients } of this.#installs.values())
      for (const client of living(clients)) client.refillRetryQuota();
  }

  /** Disconnects every client and class. Safe to call twice. */
  restore(): void {
    for (const clientClass of [...this.#installs.keys()].reverse()) this.uninstall(clientClass);
    for (const client of living(this.#living)) client.undo();
    this.#living = [];
    this.#guard?.stop();
  }
}

/** The clients that have not been garbage-collected. Removes the others: a publisher may create a client for each call. */
function living(clients: WeakRef<ConnectedClient>[]): ConnectedClient[] {
  let kept = 0;
  for (const reference of clients) if (reference.deref() !== undefined) clients[kept++] = reference;
  clients.length = kept;
  return clients.flatMap((reference) => reference.deref() ?? []);
}

/** The mark is on the request handler, so that it is gone with the handler. */
function connectionOfClient(client: unknown): Connection | undefined {
  const config = isObject(client) ? client['config'] : undefined;
  return isObject(config) ? connectionOf(config['requestHandler']) : undefined;
}

function connectionOf(value: unknown): Connection | undefined {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  return CONNECTED in value ? (value[CONNECTED] as Connection) : undefined;
}

function alreadyConnected(what: string, { at }: Connection): FakeEventBridgeError {
  const location = at === undefined ? '' : ` (at ${at})`;
  return new FakeEventBridgeError(
    'ERR_ALREADY_INSTALLED',
    `${what} is already connected to another fake${location}. Call restore() on that fake first, for example in afterAll, or use one fake for both.`,
  );
}
