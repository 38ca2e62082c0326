import { isObject } from '../../base/json.js';
import type { Engine } from '../../engine/engine.js';
import { FakeRequestHandler } from '../request-handler.js';
import type { SdkClient } from '../sdk-client.js';
import { AttemptMemory } from './attempt-memory.js';
import { BackoffObserver } from './backoff.js';
import { CallsInFlight } from './calls-in-flight.js';
import { giveCredentials } from './credentials.js';
import { Overrides } from './overrides.js';
import { standardStrategyOf } from './retry-strategy.js';
import { settleSettings } from './settings.js';

/** What connecting a client needs of the fake. */
export interface ConnectedClientDeps {
  readonly engine: Engine;
  /** The region of clients that have none. */
  readonly region: string;
  /** Whether the SDK's backoff between attempts is skipped. */
  readonly skipBackoff: boolean;
}

/** One client whose requests go to the fake: what was changed on it, and how to change it back. */
export class ConnectedClient {
  readonly #overrides = new Overrides();
  /** What concerns signing: a call that began before `restore()` keeps the example credentials until it ends. */
  readonly #untilCallsEnd = new Overrides();
  readonly #callsInFlight: CallsInFlight;
  readonly #backoff: BackoffObserver;
  /** The strategy that the client retries by, and the quota it had at first. */
  #quota: { readonly strategy: { capacity: number }; readonly full: number } | undefined;

  constructor(client: SdkClient, { engine, region, skipBackoff }: ConnectedClientDeps) {
    const { config } = client;
    const memory = new AttemptMemory();
    this.#callsInFlight = new CallsInFlight(client, engine.inFlight);
    this.#backoff = new BackoffObserver({
      attemptOf: (error) => memory.attemptOf(error),
      record: (attempt, milliseconds) => engine.recordBackoff(attempt, milliseconds, skipBackoff),
      skip: skipBackoff,
    });
    const original = config['requestHandler'];
    ignoreFailureOf(original);
    this.#overrides.set(config, 'requestHandler', new FakeRequestHandler(engine, memory, original));
    // The SDK notes on the configuration what it has signed for.
    for (const noted of ['signingRegion', 'signingName']) this.#untilCallsEnd.remember(config, noted);
    settleSettings(client, region, this.#overrides);
    giveCredentials(client, async () => regionOf(config, region), this.#untilCallsEnd);
    this.#observeRetries(config);
  }

  /** Gives back the retries that earlier failures have cost: without them, a client that lives long stops retrying. */
  refillRetryQuota(): void {
    if (this.#quota !== undefined) this.#quota.strategy.capacity = this.#quota.full;
  }

  /** Makes the client what it was. */
  undo(): void {
    this.refillRetryQuota();
    this.#backoff.undo();
    this.#overrides.undo();
    this.#callsInFlight.finish(() => this.#untilCallsEnd.undo());
  }

  #observeRetries(config: Record<string, unknown>): void {
    const original = config['retryStrategy'];
    if (typeof original !== 'function') return;
    this.#overrides.set(config, 'retryStrategy', async () => {
      const strategy: unknown = await original();
      if (typeof strategy !== 'object' || strategy === null) return strategy;
      const standard = standardStrategyOf(strategy);
      if (hasCapacity(standard) && this.#quota?.strategy !== standard)
        this.#quota = { strategy: standard, full: standard.capacity };
      return this.#backoff.observe(strategy);
    });
  }
}

function hasCapacity(strategy: object): strategy is { capacity: number } {
  return 'capacity' in strategy && typeof strategy.capacity === 'number';
}

/**
 * The client's own handler resolves its options as soon as it is made, and fails where they need a region and there is
 * none. Nobody waits for them any more: the rejection would end the process.
 */
function ignoreFailureOf(handler: unknown): void {
  if (isObject(handler)) Promise.resolve(handler['configProvider']).catch(() => undefined);
}

async function regionOf(config: Record<string, unknown>, fallback: string): Promise<string> {
  const { region } = config;
  try {
    return typeof region === 'function' ? String(await region()) : fallback;
  } catch {
    return fallback;
  }
}
