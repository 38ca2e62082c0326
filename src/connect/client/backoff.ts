import { isObject } from '../../base/json.js';
import type { JournalAttempt } from '../../journal/attempt.js';
import { watchNextTimer } from './next-timer.js';

/** Finds the attempt that an error of the SDK's pipeline came from. */
export type AttemptOf = (error: unknown) => JournalAttempt | undefined;

/** Records the wait that the SDK asked for after an attempt. */
export type RecordBackoff = (attempt: JournalAttempt, milliseconds: number, isSkipped: boolean) => void;

/** The retry strategies of SDKs since 3.300 or so: they hand out tokens. */
interface TokenStrategy {
  acquireInitialRetryToken(scope: string): Promise<RetryToken>;
  refreshRetryTokenForRetry(token: RetryToken, errorInfo: { readonly error?: unknown }): Promise<RetryToken>;
  recordSuccess(token: RetryToken): void;
}

interface RetryToken {
  getRetryCount(): number;
  getRetryDelay(): number;
}

/** The retry strategies of older SDKs: they run the attempts themselves, and ask these two in between. */
interface RunningStrategy {
  retry(...args: unknown[]): unknown;
  retryDecider(error: unknown): boolean;
  delayDecider(base: number, attempts: number): number;
}

/**
 * A retry strategy that decides as the given one does, in attempts and in quota, and notes each wait on the attempt
 * before it.
 * @param skip whether the waits are left out
 */
export function watchBackoff(
  strategy: object,
  attemptOf: AttemptOf,
  skip: boolean,
  record: RecordBackoff,
): object {
  const patient = skip ? withoutRateLimit(strategy) : strategy;
  if (isTokenStrategy(patient)) return watchTokens(patient, attemptOf, skip, record);
  if (isRunningStrategy(patient)) return watchDeciders(patient, attemptOf, skip, record);
  return patient;
}

function watchTokens(
  strategy: TokenStrategy,
  attemptOf: AttemptOf,
  skip: boolean,
  record: RecordBackoff,
): object {
  return Object.create(strategy, {
    acquireInitialRetryToken: { value: (scope: string) => strategy.acquireInitialRetryToken(scope) },
    recordSuccess: { value: (token: RetryToken) => strategy.recordSuccess(token) },
    refreshRetryTokenForRetry: {
      value: async (token: RetryToken, errorInfo: { readonly error?: unknown }) => {
        const attempt = attemptOf(errorInfo.error);
        const noted = noteOn(attempt, skip, record);
        // Newer strategies sleep in here, right after they have asked the token how often it was used.
        const getRetryCount = token.getRetryCount.bind(token);
        const stop = replace(token, 'getRetryCount', () => {
          watchNextTimer({ noted, skip });
          return getRetryCount();
        });
        let next: RetryToken;
        try {
          next = await strategy.refreshRetryTokenForRetry(token, errorInfo);
        } finally {
          stop();
        }
        // The jitter can come to 0 ms, which sets no timer; it is a backoff all the same.
        if (attempt !== undefined && attempt.backoff === undefined) noted(0);
        watchDelay(next, noted, skip);
        return next;
      },
    },
  });
}

/** What tokens answered before they were watched. */
const delays = new WeakMap<RetryToken, () => number>();

/** Older middleware asks the token for the delay and sleeps at once; newer tokens have slept already. */
function watchDelay(token: RetryToken, noted: (milliseconds: number) => void, skip: boolean): void {
  // The oldest strategies hand out one and the same token again and again.
  const getRetryDelay = delays.get(token) ?? token.getRetryDelay.bind(token);
  delays.set(token, getRetryDelay);
  replace(token, 'getRetryDelay', () => {
    const milliseconds = getRetryDelay();
    const hasSlept = milliseconds === 0 && '$retryLog' in token;
    if (!hasSlept) watchNextTimer({ noted, skip, milliseconds });
    return milliseconds;
  });
}

function watchDeciders(
  strategy: RunningStrategy,
  attemptOf: AttemptOf,
  skip: boolean,
  record: RecordBackoff,
): object {
  let failed: JournalAttempt | undefined;
  return Object.create(strategy, {
    // Both are asked in one go, the decision first.
    retryDecider: {
      value: (error: unknown) => {
        failed = attemptOf(error);
        return strategy.retryDecider(error);
      },
    },
    delayDecider: {
      value: (base: number, attempts: number) => {
        const milliseconds = strategy.delayDecider(base, attempts);
        watchNextTimer({ noted: noteOn(failed, skip, record), skip });
        return milliseconds;
      },
    },
  });
}

/** The adaptive mode also waits for its rate limiter, on the clock. Where waits are skipped, it always may send. */
function withoutRateLimit(strategy: object): object {
  if (!('rateLimiter' in strategy) || !isObject(strategy.rateLimiter)) return strategy;
  const rateLimiter = Object.create(strategy.rateLimiter, { getSendToken: { value: async () => undefined } });
  return Object.create(strategy, { rateLimiter: { value: rateLimiter } });
}

function noteOn(attempt: JournalAttempt | undefined, skip: boolean, record: RecordBackoff) {
  return (milliseconds: number) => {
    if (attempt !== undefined) record(attempt, milliseconds, skip);
  };
}

/** Replaces a method on one object. @returns puts it back */
function replace<T extends object>(object: T, key: keyof T, value: unknown): () => void {
  const original = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, { value, configurable: true, writable: true });
  return () => {
    if (original === undefined) Reflect.deleteProperty(object, key);
    else Object.defineProperty(object, key, original);
  };
}

function isTokenStrategy(strategy: object): strategy is TokenStrategy {
  return (
    'acquireInitialRetryToken' in strategy &&
    'refreshRetryTokenForRetry' in strategy &&
    'recordSuccess' in strategy
  );
}

function isRunningStrategy(strategy: object): strategy is RunningStrategy {
  return 'retry' in strategy && 'retryDecider' in strategy && 'delayDecider' in strategy;
}
