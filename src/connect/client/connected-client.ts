import { isObject } from '../../base/json/json.js';
import type { Engine } from '../../engine/engine.js';
import { FakeRequestHandler } from '../request-handler.js';
import type { SdkClient } from '../sdk-client.js';
import { AttemptMemory } from './attempt-memory.js';
import { CallsInFlight } from './calls-in-flight.js';
import { Overrides } from './overrides.js';
import { Retries } from './retries.js';
import { giveCredentials, readSettings } from './settings.js';

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
  readonly #retries: Retries;

  constructor(client: SdkClient, { engine, region, skipBackoff }: ConnectedClientDeps) {
    const { config } = client;
    const memory = new AttemptMemory();
    this.#callsInFlight = new CallsInFlight(client, engine);
    this.#retries = new Retries({
      attemptOf: (error) => memory.attemptOf(error),
      record: (attempt, milliseconds) => engine.recordBackoff(attempt, milliseconds, skipBackoff),
      skip: skipBackoff,
    });
    const { requestHandler: originalHandler, retryStrategy } = config;
    ignoreFailureOf(originalHandler);
    this.#overrides.set(config, 'requestHandler', new FakeRequestHandler(engine, memory, originalHandler));
    // The SDK notes on the configuration what it has signed for.
    for (const noted of ['signingRegion', 'signingName']) this.#untilCallsEnd.remember(config, noted);
    readSettings(client, region, this.#overrides);
    giveCredentials(client, async () => regionOf(config, region), this.#untilCallsEnd);
    if (isFunction(retryStrategy))
      this.#overrides.set(config, 'retryStrategy', this.#retries.observe(retryStrategy));
  }

  refillRetryQuota(): void {
    this.#retries.refillQuota();
  }

  /** Makes the client what it was. */
  undo(): void {
    this.#retries.undo();
    this.#overrides.undo();
    this.#callsInFlight.finish(() => this.#untilCallsEnd.undo());
  }
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function';
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
