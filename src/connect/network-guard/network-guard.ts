import { FakeEventBridgeError } from '../../base/errors.js';
import { isObject } from '../../base/json/json.js';
import type { Engine } from '../../engine/engine.js';
import { notConnectedMessage } from '../../engine/strays.js';
import { isEventBridgeEndpoint } from './eventbridge-endpoints.js';
import { type Listener, subscribe } from './subscribe.js';

/** A request of `node:http` or `node:https`. */
interface ClientRequest {
  readonly host: string;
  readonly agent?: unknown;
  readonly socket: object | null;
  readonly destroyed: boolean;
  destroy(error: Error): void;
  getHeader(name: string): unknown;
  once(event: 'socket', listener: () => void): void;
}

/** A request of `fetch`, or of undici itself. */
interface UndiciRequest {
  readonly origin: unknown;
  readonly headers: unknown;
  onError?(error: Error): void;
  onResponseError?(error: Error): void;
}

/**
 * Stops every request of this process to an EventBridge endpoint. What is connected to the fake sends none, so whoever
 * does is not connected. It listens to Node's diagnostics channels and patches nothing. Each fake has a guard of its
 * own: the first one stops a request, and each of them records it.
 */
export class NetworkGuard {
  readonly #engine: Engine;
  readonly #seen = new WeakSet<object>();
  #unsubscribe: (() => void)[] = [];
  /** The subscriptions hold them weakly. */
  readonly #listeners: readonly (readonly [name: string, listener: Listener])[];

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#listeners = [
      // Since Node 22. Node 20 has the other one, which is published once the request has its socket.
      ['http.client.request.created', (message) => this.#onCreated(requestOf(message))],
      ['http.client.request.start', (message) => this.#onStart(requestOf(message))],
      ['undici:request:create', (message) => this.#onUndici(requestOf(message))],
    ];
  }

  /** Safe to call twice. */
  start(): void {
    if (this.#unsubscribe.length > 0) return;
    this.#unsubscribe = this.#listeners.map(([name, listener]) => subscribe(name, listener));
  }

  stop(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#unsubscribe = [];
  }

  /** Its socket tells whether an interceptor answers. It is assigned before anything is written. */
  #onCreated(request: ClientRequest): void {
    if (isEventBridgeEndpoint(request.host)) request.once('socket', () => this.#onStart(request));
  }

  #onStart(request: ClientRequest): void {
    if (!isEventBridgeEndpoint(request.host) || isIntercepted(request)) return;
    const target = request.getHeader('x-amz-target');
    this.#refuse(request, request.host, target, (error) => {
      if (!request.destroyed) request.destroy(error);
    });
  }

  #onUndici(request: UndiciRequest): void {
    const origin = String(request.origin);
    const hostname = URL.canParse(origin) ? new URL(origin).hostname : origin;
    if (!isEventBridgeEndpoint(hostname)) return;
    this.#refuse(request, hostname, headerOf(request.headers, 'x-amz-target'), (error) => {
      if (request.onResponseError === undefined) request.onError?.(error);
      else request.onResponseError(error);
    });
  }

  #refuse(request: object, hostname: string, target: unknown, destroy: (error: Error) => void): void {
    if (this.#seen.has(request)) return;
    this.#seen.add(request);
    const operation = typeof target === 'string' ? target : 'an unknown operation';
    this.#engine.recordStray({ operation, hostname, reason: 'not-connected' });
    destroy(notConnected(operation, hostname));
  }
}

function notConnected(operation: string, hostname: string): FakeEventBridgeError {
  return new FakeEventBridgeError('ERR_NOT_CONNECTED', notConnectedMessage(operation, hostname));
}

/** The interceptors under MSW and nock answer a request themselves, or let it through: that is theirs to decide. */
function isIntercepted({ agent, socket }: ClientRequest): boolean {
  const hasMockAgent = isObject(agent) && 'onRequest' in agent && 'onResponse' in agent;
  const hasMockSocket =
    socket !== null &&
    Object.getOwnPropertySymbols(socket).some(({ description }) => description === 'kPatched');
  return hasMockAgent || hasMockSocket;
}

/** The headers of an undici request: names and values in turn, or one string in older versions. */
function headerOf(headers: unknown, name: string): string | undefined {
  if (typeof headers === 'string') return new RegExp(`^${name}: (.*)\\r$`, 'im').exec(headers)?.[1];
  if (!Array.isArray(headers)) return undefined;
  const index = headers.findIndex((each, at) => at % 2 === 0 && String(each).toLowerCase() === name);
  return index < 0 ? undefined : String(headers[index + 1]);
}

function requestOf<T>(message: unknown): T {
  return (message as { readonly request: T }).request;
}
