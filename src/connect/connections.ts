import {
  EventBridge,
  type EventBridgeClientConfig,
  PutEventsCommand,
  type PutEventsCommandInput,
  type PutEventsCommandOutput,
} from '@aws-sdk/client-eventbridge';
import { CallSite } from '../base/call-site.js';
import { wrongUse } from '../base/errors.js';
import type { Engine } from '../engine/engine.js';
import { AttemptMemory } from './client/attempt-memory.js';
import { withoutMetadataService } from './client/defaults-mode.js';
import { fakeCredentials } from './client/settings.js';
import type { ConnectedClients } from './connected-clients.js';
import { fetchFrom } from './fetch.js';
import { FakeRequestHandler, type RequestHandler } from './request-handler.js';
import { checkInput, runPipeline, sendWith } from './run-command.js';
import {
  type AnySdkClient,
  eventBridgeClient,
  isSdkClient,
  realClient,
  type SdkClient,
  type SdkClientClass,
} from './sdk-client.js';

/** Connects code under test to the fake. The SDK's own pipeline runs in all of them, except for `fetch`. */
export interface Connections {
  /**
   * A real client that is connected to the fake. It needs no region and no credentials. It is the aggregated client, so
   * that both `client.send(command)` and `client.putEvents(input)` work.
   * @param config the client's own configuration. Its credentials and its request handler are replaced; the handler's
   * timeouts stay in force. `defaultsMode: 'auto'` counts as `'standard'`, which it means outside of EC2.
   * @throws {FakeEventBridgeError} `ERR_NOT_A_CLIENT` when the SDK is mocked
   * @example
   * ```ts
   * const publisher = new OrderPublisher(eb.client());
   * ```
   */
  client(config?: EventBridgeClientConfig): EventBridge;
  /**
   * Connects every client of a class, made before or after, and of its subclasses: for a client at module level, or one
   * that a tracer has wrapped.
   * @param clientClass `EventBridgeClient` of `@aws-sdk/client-eventbridge`
   * @throws {FakeEventBridgeError} `ERR_NOT_A_CLIENT` when it is not a class of EventBridge clients,
   * `ERR_ALREADY_INSTALLED` when it is connected to another fake: the error says where
   * @example
   * ```ts
   * eb.install(EventBridgeClient);
   * afterAll(() => eb.restore());
   * ```
   */
  install(clientClass: SdkClientClass): void;
  /**
   * Connects one client.
   * @throws {FakeEventBridgeError} `ERR_NOT_A_CLIENT` when it is not a client of EventBridge, `ERR_ALREADY_INSTALLED`
   * when it is connected to another fake
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
   * Runs `PutEvents` through the real pipeline: what a stub of aws-sdk-client-mock, or of
   * `EventBridge.prototype.putEvents`, delegates to. As the method of a client it uses that client, its options and its
   * callback.
   * @param input the input of `PutEvents`
   * @param more what aws-sdk-client-mock passes, a function that returns the stubbed client; or options and callback
   * @throws rejects with {@link FakeEventBridgeError} `ERR_WRONG_USE` when the input is not an object
   * @example
   * ```ts
   * mockClient(EventBridgeClient).on(PutEventsCommand).callsFake(eb.putEvents);
   * jest.spyOn(EventBridge.prototype, 'putEvents').mockImplementation(eb.putEvents);
   * ```
   */
  readonly putEvents: (input: PutEventsCommandInput, ...more: unknown[]) => Promise<PutEventsCommandOutput>;
  /**
   * Runs a command through the real pipeline: what a stub of `send` delegates to. When it is called as a method of a
   * client, as a stub is, that client's configuration and middleware are used; the stub itself is not called again.
   * @example
   * ```ts
   * jest.spyOn(EventBridgeClient.prototype, 'send').mockImplementation(eb.send);
   * sinon.stub(EventBridgeClient.prototype, 'send').callsFake(eb.send);
   * ```
   */
  readonly send: SendDelegate;
  /**
   * Answers a `Request` with a `Response`, for code that speaks HTTP itself: MSW, undici, a request signed by hand.
   * @example
   * ```ts
   * http.post('https://events.*.amazonaws.com', ({ request }) => eb.fetch(request));
   * ```
   */
  readonly fetch: (request: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /**
   * Disconnects every client and class, and closes the servers that `listen` opened. Calls that have begun are still
   * answered by the fake. Safe to call twice.
   */
  restore(): void;
}

/**
 * A function that stands in for `send`. What it returns is as open as what `send` returns, whose overloads no single
 * type of a stub follows; the value is what the pipeline returns.
 */
// biome-ignore lint/suspicious/noExplicitAny: the only type that jest.spyOn, vi.spyOn and Sinon all take for a stub of an overloaded method
export type SendDelegate = (...args: any[]) => any;

/**
 * What the connections need of the fake.
 * @internal
 */
export interface ConnectionsDeps {
  readonly engine: Engine;
  readonly clients: ConnectedClients;
  readonly region: string;
  /** What `restore()` runs, once: the servers add how they are closed. */
  readonly onRestore: Set<() => void>;
}

/**
 * The ways to connect to one fake.
 * @internal
 */
export function createConnections({ engine, clients, region, onRestore }: ConnectionsDeps): Connections {
  let ownClient: EventBridge | undefined;

  function client(config: EventBridgeClientConfig = {}, ...more: unknown[]): EventBridge {
    refuseMore('eb.client', more);
    const made = new EventBridge({
      region,
      credentials: fakeCredentials(),
      ...config,
      defaultsMode: withoutMetadataService(config.defaultsMode),
    });
    clients.connect(realClient(made, 'eb.client'));
    return made;
  }
  function install(clientClass: SdkClientClass, ...more: unknown[]): void {
    refuseMore('eb.install', more);
    clients.install(clientClass, 'eb.install', new CallSite(install).location);
  }
  function attach(attached: AnySdkClient, ...more: unknown[]): void {
    refuseMore('eb.attach', more);
    clients.attach(attached, attach);
  }
  /** The client that a stub replaces a method of, or one of our own. */
  function clientBehind(value: unknown, method: string): SdkClient {
    if (isSdkClient(value)) {
      const behind = eventBridgeClient(value, method);
      clients.connect(behind);
      return behind;
    }
    ownClient ??= client();
    return eventBridgeClient(ownClient, method);
  }
  function putEvents(this: unknown, ...args: unknown[]): unknown {
    const run = async (value: unknown, input: unknown, options?: unknown) => {
      const checked = checkInput(input);
      return runPipeline(clientBehind(value, 'eb.putEvents'), new PutEventsCommand(checked), options);
    };
    if (isSdkClient(this)) return sendWith((input, options) => run(this, input, options), args);
    const [input, getClient] = args;
    return run(typeof getClient === 'function' ? getClient() : undefined, input);
  }
  function send(this: unknown, ...args: unknown[]): unknown {
    const behind = clientBehind(this, 'eb.send');
    return sendWith((command, options) => runPipeline(behind, command, options), args);
  }
  return {
    client,
    install,
    attach,
    requestHandler: new FakeRequestHandler(engine, new AttemptMemory()),
    // The pipeline's output for this very command; nothing when there is a callback, as in the SDK.
    putEvents: putEvents as Connections['putEvents'],
    send,
    fetch: (request, init) => fetchFrom(engine, request, init),
    restore: () => {
      ownClient = undefined;
      clients.restore();
      for (const run of onRestore) run();
      onRestore.clear();
    },
  };
}

function refuseMore(method: string, more: readonly unknown[]): void {
  if (more.length === 0) return;
  throw wrongUse(
    `${method} takes one argument, but got ${more.length + 1}. Call it once for each client or class.`,
  );
}
