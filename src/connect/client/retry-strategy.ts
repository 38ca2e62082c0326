import { isObject } from '../../base/json/json.js';

/** A retry strategy of the SDK, or one of the user. */
export interface RetryStrategy {
  acquireInitialRetryToken(scope: string): Promise<RetryToken>;
  refreshRetryTokenForRetry(token: RetryToken, errorInfo: { readonly error?: unknown }): Promise<RetryToken>;
  recordSuccess(token: RetryToken): void;
}

/** What a strategy hands out for a call, before each of its retries. */
export interface RetryToken {
  getRetryCount(): number;
  getRetryDelay(): number;
}

/** What the SDK's own strategies compute the length of a backoff with. */
export interface RetryBackoffStrategy {
  computeNextBackoffDelay(attempt: number): number;
  setDelayBase(milliseconds: number): void;
}

/** The standard strategy counts the quota itself; the adaptive one has a standard one inside. */
export function standardStrategyOf(strategy: object): object {
  const standard = 'standardRetryStrategy' in strategy ? strategy.standardRetryStrategy : undefined;
  return typeof standard === 'object' && standard !== null ? standard : strategy;
}

/** The adaptive mode also waits for its rate limiter, on the clock. Where waits are skipped, it may always send. */
export function withoutRateLimit(strategy: object): object {
  if (!('rateLimiter' in strategy) || !isObject(strategy.rateLimiter)) return strategy;
  const rateLimiter = Object.create(strategy.rateLimiter, { getSendToken: { value: async () => undefined } });
  return Object.create(strategy, { rateLimiter: { value: rateLimiter } });
}

/** Tokens of strategies that sleep by themselves have a log of it. */
export function sleepsInside(token: RetryToken): boolean {
  return '$retryLog' in token;
}

/** Whether it is a strategy that hands out tokens. */
export function isRetryStrategy(strategy: object): strategy is RetryStrategy {
  return (
    'acquireInitialRetryToken' in strategy &&
    'refreshRetryTokenForRetry' in strategy &&
    'recordSuccess' in strategy
  );
}

/** Whether it computes backoffs. */
export function isBackoffStrategy(value: unknown): value is RetryBackoffStrategy {
  return isObject(value) && 'computeNextBackoffDelay' in value && 'setDelayBase' in value;
}

/** Whether it counts a quota of retries. */
export function hasCapacity(strategy: object): strategy is { capacity: number } {
  return 'capacity' in strategy && typeof strategy.capacity === 'number';
}
