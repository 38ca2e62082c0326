import type { Engine } from '../../engine/engine.js';
import { AttemptMemory, FakeRequestHandler } from '../request-handler.js';
import type { SdkClient } from '../sdk-client.js';
import { type AttemptOf, type RecordBackoff, watchBackoff } from './backoff.js';
import { giveCredentials } from './credentials.js';
import { Overrides } from './overrides.js';
import { settleSettings } from './settings.js';

/** What wiring a client needs of the fake. */
export interface ConnectedClientDeps {
  readonly engine: Engine;
  /** The region of clients that have none. */
  readonly region: string;
  /** Whether the waits between attempts are left out. */
  readonly skipBackoff: boolean;
}

/** One client whose requests go to the fake: what was changed on it, and how to change it back. */
export class ConnectedClient {
  readonly #overrides = new Overrides();
  /** The strategy that the client retries by, and the quota it had at first. */
  #quota: { strategy: { capacity: number }; full: number } | undefined;

  constructor(client: SdkClient, { engine, region, skipBackoff }: ConnectedClientDeps) {
    const { config } = client;
    // Its own, so that the order of its failures is not mixed up with that of other clients.
    const memory = new AttemptMemory();
    this.#overrides.set(
      config,
      'requestHandler',
      new FakeRequestHandler(engine, memory, config['requestHandler']),
    );
    // The SDK notes on the configuration what it has signed for.
    for (const noted of ['signingRegion', 'signingName']) this.#overrides.remember(config, noted);
    settleSettings(client, region, this.#overrides);
    giveCredentials(client, async () => regionOf(config, region), this.#overrides);
    this.#watchRetries(
      config,
      (error) => memory.attemptOf(error),
      skipBackoff,
      (attempt, milliseconds, isSkipped) => engine.recordBackoff(attempt, milliseconds, isSkipped),
    );
  }

  /** Gives back the retries that earlier failures have cost: a client that lives long stops retrying without them. */
  refillRetryQuota(): void {
    if (this.#quota !== undefined) this.#quota.strategy.capacity = this.#quota.full;
  }

  /** Makes the client what it was. */
  undo(): void {
    this.refillRetryQuota();
    this.#overrides.undo();
  }

  #watchRetries(
    config: Record<string, unknown>,
    attemptOf: AttemptOf,
    skip: boolean,
    record: RecordBackoff,
  ): void {
    const original = config['retryStrategy'];
    if (typeof original !== 'function') return;
    const watched = new WeakMap<object, object>();
    this.#overrides.set(config, 'retryStrategy', async () => {
      const strategy: unknown = await original();
      if (typeof strategy !== 'object' || strategy === null) return strategy;
      const known = watched.get(strategy);
      if (known !== undefined) return known;
      this.#quota = quotaOf(strategy);
      const watchful = watchBackoff(strategy, attemptOf, skip, record);
      watched.set(strategy, watchful);
      return watchful;
    });
  }
}

/** The standard strategy counts its quota itself; the adaptive one has a standard one inside. */
function quotaOf(strategy: object): { strategy: { capacity: number }; full: number } | undefined {
  const standard = 'standardRetryStrategy' in strategy ? strategy.standardRetryStrategy : strategy;
  if (typeof standard !== 'object' || standard === null || !('capacity' in standard)) return undefined;
  const counting = standard as { capacity: number };
  return { strategy: counting, full: counting.capacity };
}

async function regionOf(config: Record<string, unknown>, fallback: string): Promise<string> {
  const { region } = config;
  try {
    return typeof region === 'function' ? String(await region()) : fallback;
  } catch {
    return fallback;
  }
}
