import { type Answer, noAnswer } from '../engine/answer.js';
import type { Engine } from '../engine/engine.js';
import type { Exchange } from '../engine/put-events.js';
import type { JournalAttempt } from '../journal/attempt.js';
import type { WireResponse } from '../wire/http.js';
import { type AbortSignalLike, abortError, onAbort } from './abort.js';
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

/** A request handler as every AWS SDK v3 takes one, without a type of Smithy's in it. */
export interface RequestHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(request: HandlerRequest, options?: HandlerOptions): Promise<{ response: WireResponse }>;
  updateHttpClientConfig(key: never, value: never): void;
  httpHandlerConfigs(): Record<string, never>;
  destroy(): void;
}

/** So many failures at once that no strategy has asked about, and their order no longer matters. */
const MOST_UNASKED = 100;

/**
 * Where the handlers of one fake remember which attempt an error came from.
 * @internal
 */
export class AttemptMemory {
  readonly #attempts = new WeakMap<object, JournalAttempt>();
  /** The attempts that failed and were not asked about yet, the oldest first. */
  readonly #unasked = new Set<JournalAttempt>();

  remember(errorOrResponse: object, attempt: JournalAttempt | undefined): void {
    if (attempt === undefined) return;
    this.#attempts.set(errorOrResponse, attempt);
    this.#unasked.add(attempt);
    const [oldest] = this.#unasked;
    if (oldest !== undefined && this.#unasked.size > MOST_UNASKED) this.#unasked.delete(oldest);
  }

  /**
   * The attempt behind an error of the SDK's pipeline: the connection's own error, or one made of a response.
   * The token strategies of SDKs around 3.300 do not hand over the error. They are asked right after it, though, so that
   * it is the oldest one that nobody has asked about.
   */
  attemptOf(error: unknown): JournalAttempt | undefined {
    const attempt = error === undefined ? [...this.#unasked][0] : this.#behind(error);
    if (attempt !== undefined) this.#unasked.delete(attempt);
    return attempt;
  }

  #behind(error: unknown): JournalAttempt | undefined {
    if (!isObjectLike(error)) return undefined;
    const response: unknown = '$response' in error ? error.$response : undefined;
    return this.#attempts.get(error) ?? (isObjectLike(response) ? this.#attempts.get(response) : undefined);
  }
}

/**
 * The door at the end of the SDK's pipeline: no socket behind it, but the engine of the fake.
 * @internal
 */
export class FakeRequestHandler implements RequestHandler {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  readonly #engine: Engine;
  readonly #memory: AttemptMemory;
  readonly #original: unknown;

  /** @param original the handler that the client had: its time-outs stay in force */
  constructor(engine: Engine, memory: AttemptMemory, original?: unknown) {
    this.#engine = engine;
    this.#memory = memory;
    this.#original = original;
  }

  async handle(request: HandlerRequest, options: HandlerOptions = {}): Promise<{ response: WireResponse }> {
    const { abortSignal, requestTimeout } = options;
    if (abortSignal?.aborted) throw abortError(abortSignal);
    const { method, hostname, headers, body } = request;
    const exchange = this.#engine.receive({ method, hostname, headers, body });
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

  /** Waits for a late answer as long as the sender is ready to. */
  async #wait(
    exchange: Exchange,
    late: Promise<Answer>,
    abortSignal: AbortSignalLike | undefined,
    requestTimeout: number | undefined,
  ): Promise<Answer> {
    const cleanUp: (() => void)[] = [];
    const impatience = new Promise<Answer>((resolve) => {
      const giveUp = (error: Error) => {
        exchange.abandon?.(error);
        resolve(noAnswer(error));
      };
      if (abortSignal !== undefined)
        cleanUp.push(onAbort(abortSignal, () => giveUp(abortError(abortSignal))));
      // A handler tells its time-outs late; one that cannot tell has none.
      clientTimeouts(this.#original, requestTimeout).then(
        (timeouts) => {
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
      for (const clean of cleanUp) clean();
    }
  }
}

function isObjectLike(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
