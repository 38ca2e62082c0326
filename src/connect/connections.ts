import type {
  EventBridge,
  EventBridgeClientConfig,
  PutEventsCommandInput,
  PutEventsCommandOutput,
} from '@aws-sdk/client-eventbridge';
import type { RequestHandler } from './request-handler.js';
import type { AnySdkClient, SdkClientClass } from './sdk-client.js';

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
   * Connects every client of a class and of its subclasses, made before or after. Use it for a client at module level,
   * or one that a tracer has wrapped.
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
   * Connects one client. If its class is installed on another fake, this fake receives what the client sends.
   * @throws {FakeEventBridgeError} `ERR_NOT_A_CLIENT` when it is not a client of EventBridge, `ERR_ALREADY_INSTALLED`
   * when it is attached to another fake, or has sent a request to one
   * @example
   * ```ts
   * eb.attach(publisher.client);
   * ```
   */
  attach(client: AnySdkClient): void;
  /**
   * Only the last part of the pipeline, for a client that you configure yourself. Such a client needs a region and
   * credentials, and really waits between its attempts. With `attach` it does not.
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
   * Runs a command through the real pipeline: what a stub of `send` delegates to. Called as a method of a client, as a
   * stub is, it uses that client's configuration and middleware. It does not call the stub again.
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
 * A function that stands in for `send`. It returns what the pipeline returns. Its type is open, because no single type
 * of a stub follows the overloads of `send`.
 */
// biome-ignore lint/suspicious/noExplicitAny: the only type that jest.spyOn, vi.spyOn and Sinon all take for a stub of an overloaded method
export type SendDelegate = (...args: any[]) => any;
