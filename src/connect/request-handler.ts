import { type Answer, noAnswer } from '../engine/answer.js';
import type { Engine } from '../engine/engine.js';
import type { Exchange } from '../engine/put-events.js';
import type { WireResponse } from '../wire/encode.js';
import { type AbortSignalLike, abortError, onAbort } from './abort.js';
import type { AttemptMemory } from './client/attempt-memory.js';
import { clientTimeouts } from './client/timeouts.js';

/** A request as an SDK hands it to its request handler. */
export interface HandlerRequest {
  readonly method: string;
  readonly hostname: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What the SDK says about a single request. */
export interface HandlerOptions {
  readonly abortSignal?: AbortSignalLike | undefined;
  readonly requestTimeout?: number | undefined;
}

/** A request handler as every AWS SDK v3 takes one, without any type of Smithy. */
export interface RequestHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(request: HandlerRequest, options?: HandlerOptions): Promise<{ response: WireResponse }>;
  updateHttpClientConfig(key: never, value: never): void;
  httpHandlerConfigs(): Record<string, never>;
  destroy(): void;
}

/**
 * The end of the SDK's pipeline: it hands each request to the engine of the fake instead of a socket.
 * @internal
 */
export class FakeRequestHandler implements RequestHandler {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  readonly #engine: Engine;
  readonly #memory: AttemptMemory;
  readonly #original: unknown;

  /** @param original the handler that the client had: its timeouts stay in force */
  constructor(engine: Engine, memory: AttemptMemory, original?: unknown) {
    this.#engine = engine;
    this.#memory = memory;
    this.#original = original;
  }

  async handle(request: HandlerRequest, options: HandlerOptions = {}): Promise<{ response: WireResponse }> {
    const { abortSignal, requestTimeout } = options;
    if (abortSignal?.aborted) throw abortError(abortSignal);
    const exchange = this.#engine.receive(request);
    const answer =
      exchange.answer instanceof Promise
        ? await this.#wait(exchange, exchange.answer, abortSignal, requestTimeout)
        : exchange.answer;
    if (answer.response === undefined) {
      this.#memory.remember(answer.error, exchange.attempt);
      throw answer.error;
    }
    if (answer.response.statusCode >= 300) this.#memory.remember(answer.response, exchange.attempt);
    return { response: answer.response };
  }

  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): Record<string, never> {
    return {};
  }

  destroy(): void {}

  /** Waits for a late response as long as the client does. */
  async #wait(
    exchange: Exchange,
    late: Promise<Answer>,
    abortSignal: AbortSignalLike | undefined,
    requestTimeout: number | undefined,
  ): Promise<Answer> {
    let isOver = false;
    const cleanUp: (() => void)[] = [];
    const impatience = new Promise<Answer>((resolve) => {
      const giveUp = (error: Error) => {
        exchange.abandon?.(error);
        resolve(noAnswer(error));
      };
      if (abortSignal !== undefined)
        cleanUp.push(onAbort(abortSignal, () => giveUp(abortError(abortSignal))));
      // A handler resolves its options asynchronously. One that fails to has no timeouts.
      clientTimeouts(this.#original, requestTimeout).then(
        (timeouts) => {
          if (isOver || abortSignal?.aborted) return;
          for (const { milliseconds, error, warn } of timeouts) {
            const timer = setTimeout(() => (error === undefined ? warn?.() : giveUp(error())), milliseconds);
            cleanUp.push(() => clearTimeout(timer));
          }
        },
        () => {},
      );
    });
    try {
      return await Promise.race([late, impatience]);
    } finally {
      isOver = true;
      for (const clean of cleanUp) clean();
    }
  }
}
