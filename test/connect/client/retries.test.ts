import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { AdaptiveRetryStrategy, ConfiguredRetryStrategy } from '@smithy/core/retry';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';

const placeOrder = (id = 'o-1') =>
  new PutEventsCommand({
    Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: `{"orderId":"${id}"}` }],
  });

let eb: FakeEventBridge;
beforeEach(() => {
  jest.useFakeTimers();
  eb = fakeEventBridge();
});
afterEach(() => {
  jest.useRealTimers();
  eb.restore();
});

/** Sets a timer in every microtask until something is over. @returns how many of them fired */
async function firedTimersDuring(over: Promise<unknown>): Promise<number> {
  let isOver = false;
  over.finally(() => {
    isOver = true;
  });
  let fired = 0;
  while (!isOver) {
    setTimeout(() => {
      fired += 1;
    }, 60_000);
    await Promise.resolve();
  }
  return fired;
}

const FAILURES: readonly [string, () => unknown][] = [
  ['is retried', () => eb.failRequest('InternalException')],
  ['is retried until the SDK gives up', () => eb.failCall('InternalException')],
  ['is not retried', () => eb.failCall('AccessDeniedException')],
  ['loses its connection', () => eb.resetConnection()],
];

describe('a timer of other code is never skipped', () => {
  test.each(FAILURES)('while a call %s, whatever microtask sets it', async (_, declare) => {
    declare();

    const sending = eb
      .client()
      .send(placeOrder())
      .catch(() => {});

    expect(await firedTimersDuring(sending)).toBe(0);
  });

  test('nor the delay of another publisher, however many microtasks apart', async () => {
    const client = eb.client();
    await client.send(placeOrder());
    for (let apart = 0; apart < 60; apart++) {
      eb.reset();
      eb.delay(60_000).when({ detail: { orderId: 'slow' } });
      eb.failCall('AccessDeniedException').when({ detail: { orderId: 'fails' } });
      let isAnswered = false;
      const fails = client.send(placeOrder('fails')).catch(() => {});
      for (let turn = 0; turn < apart; turn++) await Promise.resolve();
      const slow = client.send(placeOrder('slow')).then(() => {
        isAnswered = true;
      });
      await fails;
      await new Promise((resolve) =>
        jest.requireActual<typeof import('node:timers')>('node:timers').setImmediate(resolve),
      );

      expect(isAnswered).toBe(false);
      jest.advanceTimersByTime(60_000);
      await slow;
    }
  });
});

describe("the SDK's own backoff is recorded, and no timer is set for it", () => {
  const backoffs = () => eb.calls.at(-1)?.attempts.map(({ backoff }) => backoff);

  test('of a strategy with a backoff of its own', async () => {
    eb.failRequest('InternalException').times(2);

    await eb
      .client({ retryStrategy: new ConfiguredRetryStrategy(3, (attempt) => 700 * attempt) })
      .send(placeOrder());

    expect(backoffs()).toEqual([700, 1400, 0]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('of concurrent calls that share a strategy, each on its own attempt', async () => {
    const retryStrategy = new ConfiguredRetryStrategy(3, () => 700);
    const clients = [eb.client({ retryStrategy }), eb.client({ retryStrategy })];
    eb.failRequest('InternalException')
      .when({ detail: { orderId: 'fails' } })
      .always();

    await Promise.all(
      [0, 1, 0, 1].map((index) =>
        clients[index]?.send(placeOrder(index === 0 ? 'fine' : 'fails')).catch(() => {}),
      ),
    );

    const ofCalls = eb.calls.map(({ attempts }) => attempts.map(({ backoff }) => backoff));
    expect(ofCalls).toEqual([[0], [700, 700, 0], [0], [700, 700, 0]]);
  });

  test('of the adaptive mode', async () => {
    eb.failRequest('ThrottlingException').times(2);

    const { $metadata } = await eb
      .client({ retryStrategy: new AdaptiveRetryStrategy(async () => 3) })
      .send(placeOrder());

    expect($metadata.attempts).toBe(3);
    expect($metadata.totalRetryDelay).toBe((backoffs()?.[0] ?? 0) + (backoffs()?.[1] ?? 0));
    expect(jest.getTimerCount()).toBe(0);
  });

  test('of a strategy of your own, whose tokens say how long to wait', async () => {
    const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 300 });
    const retryStrategy = {
      mode: 'mine',
      acquireInitialRetryToken: async () => token(0),
      refreshRetryTokenForRetry: async (last: { getRetryCount(): number }) => {
        if (last.getRetryCount() === 1) throw new Error('no more');
        return token(last.getRetryCount() + 1);
      },
      recordSuccess() {},
    };
    eb.failRequest('InternalException');

    const { $metadata } = await eb.client({ retryStrategy }).send(placeOrder());

    expect($metadata).toMatchObject({ attempts: 2, totalRetryDelay: 300 });
    expect(backoffs()).toEqual([300, 0]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('of a strategy of your own that extends the SDK’s and has private fields', async () => {
    class Patient extends ConfiguredRetryStrategy {
      readonly #delay: number;
      #retries = 0;
      constructor(delay: number) {
        super(3, () => delay);
        this.#delay = delay;
      }
      override async refreshRetryTokenForRetry(
        ...args: Parameters<ConfiguredRetryStrategy['refreshRetryTokenForRetry']>
      ) {
        this.#retries += 1;
        return super.refreshRetryTokenForRetry(...args);
      }
      get waited(): number {
        return this.#retries * this.#delay;
      }
    }
    const retryStrategy = new Patient(400);
    eb.failRequest('InternalException').times(2);

    await eb.client({ retryStrategy }).send(placeOrder());

    expect(backoffs()).toEqual([400, 400, 0]);
    expect(retryStrategy.waited).toBe(800);
  });

  test('restore() leaves a strategy as it was', async () => {
    const retryStrategy = new ConfiguredRetryStrategy(3, () => 700);
    const before = Object.getOwnPropertyDescriptors(retryStrategy);
    const client = new EventBridgeClient({ retryStrategy });
    eb.attach(client);
    eb.failRequest('InternalException');

    await client.send(placeOrder());
    eb.restore();

    expect({ ...Object.getOwnPropertyDescriptors(retryStrategy), capacity: undefined }).toEqual({
      ...before,
      capacity: undefined,
    });
  });
});
