import {
  EventBridgeClient,
  type EventBridgeClientConfig,
  PutEventsCommand,
  type PutEventsCommandInput,
  type PutEventsCommandOutput,
} from '@aws-sdk/client-eventbridge';
import type { Engine } from '../engine/engine.js';
import { fakeCredentials } from './client/credentials.js';
import type { ConnectedClients } from './connected-clients.js';
import { fetchFrom } from './fetch.js';
import { type AttemptMemory, FakeRequestHandler, type RequestHandler } from './request-handler.js';
import { checkInput, runPipeline, sendWith } from './run-command.js';
import {
  type AnySdkClient,
  eventBridgeClient,
  isSdkClient,
  realClient,
  type SdkClient,
  type SdkClientClass,
} from './sdk-client.js';

/** How code under test gets to the fake. Behind each door the SDK's own pipeline runs, but for `fetch`. */
export interface Connections {
  /**
   * A real `EventBridgeClient` that talks to the fake. It needs no region and no credentials.
   * @param config the client's own configuration; what the fake has to set, it sets
   * @example
   * ```ts
   * const publisher = new OrderPublisher(eb.client());
   * ```
   */
  client(config?: EventBridgeClientConfig): EventBridgeClient;
  /**
   * Wires every client of a class, made before or after, and of its subclasses: for a client at module level, or one
   * that a tracer has wrapped.
   * @param clientClass `EventBridgeClient` of `@aws-sdk/client-eventbridge`
   * @throws {FakeEventBridgeError} when it is no such class, or when another fake holds it: the error says since where
   * @example
   * ```ts
   * eb.install(EventBridgeClient);
   * afterAll(() => eb.restore());
   * ```
   */
  install(clientClass: SdkClientClass): void;
  /**
   * Wires one client.
   * @throws {FakeEventBridgeError} when it is no client of EventBridge, or when another fake has it
   * @example
   * ```ts
   * eb.attach(publisher.client);
   * ```
   */
  attach(client: AnySdkClient): void;
  /**
   * The end of the pipeline alone, for a client configuration of your own. The client then brings its region and
   * credentials, and really waits between its attempts; `attach` takes care of all three.
   * @example
   * ```ts
   * const client = new EventBridgeClient({ ...config, requestHandler: eb.requestHandler });
   * ```
   */
  readonly requestHandler: RequestHandler;
  /**
   * Runs `PutEvents` through the real pipeline: what a stub of aws-sdk-client-mock delegates to.
   * @param getClient as aws-sdk-client-mock hands it over: the stubbed client, whose configuration is used
   * @example
   * ```ts
   * mockClient(EventBridgeClient).on(PutEventsCommand).callsFake(eb.putEvents);
   * ```
   */
  readonly putEvents: (
    input: PutEventsCommandInput,
    getClient?: () => unknown,
  ) => Promise<PutEventsCommandOutput>;
  /**
   * Runs a command through the real pipeline: what a stub of `send` delegates to. When it is called as a method of a
   * client, as a stub is, that client's configuration and middleware are used; the stub itself is never called again.
   * @example
   * ```ts
   * jest.spyOn(EventBridgeClient.prototype, 'send').mockImplementation(eb.send);
   * sinon.stub(EventBridgeClient.prototype, 'send').callsFake(eb.send);
   * ```
   */
  readonly send: SendDelegate;
  /**
   * Answers a `Request` with a `Response`, for what speaks HTTP by hand: MSW, undici, a hand-signed call.
   * @example
   * ```ts
   * http.post('https://events.*.amazonaws.com', ({ request }) => eb.fetch(request));
   * ```
   */
  readonly fetch: (request: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** Lets go of every client and class that was wired. Safe to call twice. */
  restore(): void;
}

/**
 * A function that stands in for `send`. What it returns is as open as what `send` returns, whose overloads no single
 * type of a stub follows; the value is what the pipeline returns.
 */
// biome-ignore lint/suspicious/noExplicitAny: the only type that jest.spyOn, vi.spyOn and Sinon all take for a stub of an overloaded method
export type SendDelegate = (...args: any[]) => any;

/**
 * What the doors need of the fake.
 * @internal
 */
export interface ConnectionsDeps {
  readonly engine: Engine;
  readonly memory: AttemptMemory;
  readonly switchboard: ConnectedClients;
  readonly region: string;
}

/**
 * The doors of one fake.
 * @internal
 */
export function createConnections({ engine, memory, switchboard, region }: ConnectionsDeps): Connections {
  let ownClient: EventBridgeClient | undefined;

  function client(config: EventBridgeClientConfig = {}): EventBridgeClient {
    const made = new EventBridgeClient({ region, credentials: fakeCredentials(), ...config });
    switchboard.wire(realClient(made, 'eb.client'));
    return made;
  }
  function install(clientClass: SdkClientClass): void {
    switchboard.install(clientClass, install);
  }
  function attach(attached: AnySdkClient): void {
    switchboard.attach(attached, attach);
  }
  /** The client that a stub stands in front of, or one of our own. */
  function clientBehind(value: unknown): SdkClient {
    if (isSdkClient(value)) {
      const behind = eventBridgeClient(value, 'eb.send');
      switchboard.wire(behind);
      return behind;
    }
    ownClient ??= client();
    return eventBridgeClient(ownClient, 'eb.send');
  }
  async function putEvents(
    input: PutEventsCommandInput,
    getClient?: () => unknown,
  ): Promise<PutEventsCommandOutput> {
    checkInput(input);
    const behind = clientBehind(typeof getClient === 'function' ? getClient() : undefined);
    // The pipeline's output for this very command.
    return (await runPipeline(behind, new PutEventsCommand(input))) as PutEventsCommandOutput;
  }
  function send(this: unknown, ...args: unknown[]): unknown {
    const behind = clientBehind(this);
    return sendWith((command, options) => runPipeline(behind, command, options), args);
  }
  return {
    client,
    install,
    attach,
    requestHandler: new FakeRequestHandler(engine, memory),
    putEvents,
    send,
    fetch: (request, init) => fetchFrom(engine, request, init),
    restore: () => {
      ownClient = undefined;
      switchboard.restore();
    },
  };
}
