import { callSite } from '../base/call-site.js';
import { FakeEventBridgeError } from '../base/errors.js';
import { CONNECTED } from '../base/symbols.js';
import { ConnectedClient, type ConnectedClientDeps } from './client/connected-client.js';
import { Overrides } from './client/overrides.js';
import { NetworkGuard } from './network-guard.js';
import { eventBridgeClient, eventBridgeClientClass, isSdkClient, type SdkClient } from './sdk-client.js';

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

type Caller = (...args: never[]) => unknown;

/** The clients and classes that are connected to one fake. */
export class ConnectedClients {
  readonly #deps: ConnectedClientsDeps;
  readonly #guard: NetworkGuard | undefined;
  readonly #byClient = new WeakMap<SdkClient, ConnectedClient>();
  /** Them again, for restore and reset: weakly, so that a client can be garbage-collected. */
  #living: WeakRef<ConnectedClient>[] = [];
  readonly #installs = new Overrides();
  readonly #installed = new Set<object>();

  constructor(deps: ConnectedClientsDeps) {
    this.#deps = deps;
    this.#guard = deps.networkGuard ? new NetworkGuard(deps.engine) : undefined;
  }

  /** Connects one client. Twice is once. A client that is connected to another fake is refused. */
  attach(value: unknown, calledFunction: Caller): void {
    const client = eventBridgeClient(value, 'eb.attach');
    const connection = connectionOf(client.config['requestHandler']);
    if (connection !== undefined && connection.to !== this)
      throw alreadyConnected('eb.attach: this client', connection);
    this.connect(client, callSite(calledFunction));
  }

  /** Connects every client of a class and of its subclasses at its next `send`, whenever it was made. */
  install(value: unknown, calledFunction: Caller): void {
    const clientClass = eventBridgeClientClass(value, 'eb.install');
    const { prototype } = clientClass;
    const connection = connectionOf(prototype.send);
    if (connection !== undefined) {
      if (connection.to === this) return;
      throw alreadyConnected(`eb.install: the class ${(value as { name: string }).name}`, connection);
    }
    this.#guard?.start();
    const { send } = prototype;
    const at = callSite(calledFunction);
    const isInstalled = () => this.#installed.has(clientClass);
    const connect = (client: unknown) => {
      if (isSdkClient(client)) this.connect(eventBridgeClient(client, 'eb.install'), at);
    };
    function sendToFake(this: unknown, ...args: never[]): unknown {
      // A spy that is restored after `restore()` puts this function back.
      if (isInstalled()) connect(this);
      return send.apply(this, args);
    }
    this.#installs.set(sendToFake, CONNECTED, { to: this, at });
    this.#installs.set(prototype, 'send', sendToFake);
    this.#installed.add(clientClass);
  }

  /** Connects a client unless it is connected to some fake. */
  connect(client: SdkClient, at?: string): void {
    this.#guard?.start();
    if (connectionOf(client.config['requestHandler']) !== undefined) return;
    const connected = new ConnectedClient(client, this.#deps);
    const handler = client.config['requestHandler'];
    if (typeof handler === 'object' && handler !== null)
      Object.defineProperty(handler, CONNECTED, { value: { to: this, at } });
    this.#byClient.set(client, connected);
    this.#living.push(new WeakRef(connected));
  }

  refillRetryQuotas(): void {
    this.#eachClient((client) => client.refillRetryQuota());
  }

  /** Disconnects every client and class. Safe to call twice. */
  restore(): void {
    this.#installs.undo();
    this.#installed.clear();
    this.#eachClient((client) => client.undo());
    this.#living = [];
    this.#guard?.stop();
  }

  #eachClient(act: (client: ConnectedClient) => void): void {
    for (const reference of this.#living) {
      const client = reference.deref();
      if (client !== undefined) act(client);
    }
  }
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
