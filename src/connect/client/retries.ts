import { isObject } from '../../base/json/json.js';
import type { JournalAttempt } from '../../journal/attempt.js';
import { Overrides } from './overrides.js';
import {
  hasCapacity,
  isBackoffStrategy,
  isRetryStrategy,
  type RetryBackoffStrategy,
  type RetryStrategy,
  type RetryToken,
  sleepsInside,
  standardStrategyOf,
  withoutRateLimit,
} from './retry-strategy.js';
import { skipSleep } from './skip-sleep.js';

/** What observing the retries of a client needs of the fake. */
export interface RetriesDeps {
  /** Finds the attempt that an error of the SDK's pipeline came from. */
  readonly attemptOf: (error: unknown) => JournalAttempt | undefined;
  readonly record: (attempt: JournalAttempt, milliseconds: number) => void;
  /** Whether the SDK sleeps between attempts, or goes on at once. */
  readonly skip: boolean;
}

/**
 * Observes the retries of one client. Its own strategy still decides how often it retries. Each backoff is recorded on
 * the attempt before it.
 *
 * Current SDKs sleep inside the strategy, in the same synchronous step in which they compute the backoff. Others, and
 * strategies of the user's own, return a token, and the SDK's middleware sleeps for its `getRetryDelay()`.
 */
export class Retries {
  readonly #deps: RetriesDeps;
  /** The strategy of the last call, and what stands in for it: nearly always those of the next call. */
  #last: { readonly strategy: object; readonly observed: object } | undefined;
  /** The strategy that counts the quota of retries, and the quota it had at first. */
  #quota: { readonly strategy: { capacity: number }; readonly full: number } | undefined;
  readonly #observed = new WeakMap<object, object>();
  /** The `getRetryDelay` of tokens before they were observed: a strategy may return one token again and again. */
  readonly #delays = new WeakMap<RetryToken, () => number>();
  readonly #overrides = new Overrides();
  /** The attempt whose token the strategy has just read: the next backoff it computes is that one's. */
  #retrying: JournalAttempt | undefined;

  constructor(deps: RetriesDeps) {
    this.#deps = deps;
  }

  /** Observes the strategy that a client gets from its setting. */
  observe(setting: () => unknown): () => Promise<unknown> {
    return async () => {
      const strategy: unknown = await setting();
      if (!isObject(strategy)) return strategy;
      if (this.#last?.strategy !== strategy)
        this.#last = { strategy, observed: this.#observeStrategy(strategy) };
      return this.#last.observed;
    };
  }

  /** Gives back the retries that earlier failures have cost: without them, a client that lives long stops retrying. */
  refillQuota(): void {
    if (this.#quota !== undefined) this.#quota.strategy.capacity = this.#quota.full;
  }

  /** Gives every strategy its own backoff object again, and its full quota. */
  undo(): void {
    this.refillQuota();
    this.#overrides.undo();
  }

  /** A strategy that decides as the given one does. The same strategy gives the same result. */
  #observeStrategy(strategy: object): object {
    const standard = standardStrategyOf(strategy);
    if (hasCapacity(standard) && this.#quota?.strategy !== standard)
      this.#quota = { strategy: standard, full: standard.capacity };
    const known = this.#observed.get(strategy);
    if (known !== undefined) return known;
    const patient = this.#deps.skip ? withoutRateLimit(strategy) : strategy;
    const observed = isRetryStrategy(patient) ? this.#observeTokens(patient) : patient;
    this.#observed.set(strategy, observed);
    return observed;
  }

  #observeTokens(strategy: RetryStrategy): object {
    return Object.create(strategy, {
      acquireInitialRetryToken: { value: (scope: string) => strategy.acquireInitialRetryToken(scope) },
      recordSuccess: { value: (token: RetryToken) => strategy.recordSuccess(token) },
      refreshRetryTokenForRetry: {
        value: async (token: RetryToken, errorInfo: { readonly error?: unknown }) => {
          const attempt = this.#deps.attemptOf(errorInfo.error);
          if (sleepsInside(token)) {
            this.#observeBackoff(standardStrategyOf(strategy));
            return this.#whileRetrying(attempt, token, () =>
              strategy.refreshRetryTokenForRetry(token, errorInfo),
            );
          }
          const next = await strategy.refreshRetryTokenForRetry(token, errorInfo);
          if (attempt !== undefined && !sleepsInside(next))
            this.#observeDelay(next, attempt, 'retryBackoffStrategy' in standardStrategyOf(strategy));
          return next;
        },
      },
    });
  }

  /** Has the token say whose it is whenever the strategy reads it: calls of one client share a strategy. */
  async #whileRetrying<T>(
    attempt: JournalAttempt | undefined,
    token: RetryToken,
    run: () => Promise<T>,
  ): Promise<T> {
    const overrides = new Overrides();
    const getRetryCount = token.getRetryCount.bind(token);
    overrides.set(token, 'getRetryCount', () => {
      this.#retrying = attempt;
      return getRetryCount();
    });
    try {
      return await run();
    } finally {
      overrides.undo();
      this.#retrying = undefined;
    }
  }

  #observeBackoff(strategy: object): void {
    const backoff = 'retryBackoffStrategy' in strategy ? strategy.retryBackoffStrategy : undefined;
    if (!isBackoffStrategy(backoff) || this.#observed.has(backoff)) return;
    const observed: RetryBackoffStrategy = {
      setDelayBase: (milliseconds) => backoff.setDelayBase(milliseconds),
      computeNextBackoffDelay: (number) => {
        const milliseconds = backoff.computeNextBackoffDelay(number);
        const attempt = this.#retrying;
        this.#retrying = undefined;
        if (attempt !== undefined) {
          this.#deps.record(attempt, milliseconds);
          if (this.#deps.skip) skipSleep();
        }
        return milliseconds;
      },
    };
    this.#observed.set(observed, observed);
    this.#overrides.set(strategy, 'retryBackoffStrategy', observed);
  }

  /** @param isStandard whether the SDK made the token: then the middleware sets a timer for 0 ms as well */
  #observeDelay(token: RetryToken, attempt: JournalAttempt, isStandard: boolean): void {
    const getRetryDelay = this.#delays.get(token) ?? token.getRetryDelay.bind(token);
    this.#delays.set(token, getRetryDelay);
    Reflect.defineProperty(token, 'getRetryDelay', {
      configurable: true,
      value: () => {
        const milliseconds = getRetryDelay();
        this.#deps.record(attempt, milliseconds);
        if (this.#deps.skip && (milliseconds > 0 || isStandard)) skipSleep(milliseconds);
        return milliseconds;
      },
    });
  }
}
