import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { AdaptiveRetryStrategy, ConfiguredRetryStrategy, StandardRetryStrategy } from '@smithy/core/retry';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import { sendOrders, sendOrdersWith } from '../support/story';
import { FAKE_CLOCKS, passTimeUntil, settle } from './fake-clocks';

afterEach(() => {
  jest.restoreAllMocks();
});

const FAULTS: readonly [name: string, declare: (eb: FakeEventBridge) => unknown, attempts: number][] = [
  ['failEntry', (eb) => eb.failEntry(0, 'InternalFailure'), 1],
  ['failRequest', (eb) => eb.failRequest('InternalException'), 2],
  ['failRequest, throttling', (eb) => eb.failRequest('ThrottlingException'), 2],
  ['failCall', (eb) => eb.failCall('ServiceUnavailable'), 3],
  ['refuseConnection', (eb) => eb.refuseConnection(), 2],
  ['resetConnection', (eb) => eb.resetConnection(), 2],
  ['timeout', (eb) => eb.timeout(), 2],
  ['failDns', (eb) => eb.failDns(), 2],
  ['loseResponse', (eb) => eb.loseResponse(), 2],
  ['garbleResponse', (eb) => eb.garbleResponse(), 2],
];

describe.each(FAKE_CLOCKS.map((clock) => [clock.name, clock] as const))('with %s', (_, clock) => {
  beforeEach(() => clock.install());
  afterEach(() => clock.uninstall());

  test.each(FAULTS)('%s: no wait is waited', async (_fault, declare, attempts) => {
    const eb = fakeEventBridge();
    declare(eb);

    // The clock does not move.
    await sendOrders(eb.client(), 'o-1');

    expect(eb.calls[0]?.attempts).toHaveLength(attempts);
  });

  test.each(FAULTS)(
    '%s, with real retry delays: every wait takes the time of the faked clock',
    async (_fault, declare, attempts) => {
      const eb = fakeEventBridge({ retryDelays: 'real' });
      declare(eb);
      const retryStrategy = new ConfiguredRetryStrategy(3, () => 700);

      const passed = await passTimeUntil(sendOrders(eb.client({ retryStrategy }), 'o-1'), clock);

      expect(passed).toBe(700 * (attempts - 1));
      expect(eb.calls[0]?.attempts.map(({ backoff }) => backoff)).toEqual([
        ...Array(attempts - 1).fill(700),
        0,
      ]);
    },
  );

  test('delay: the request is taken at once, and answered when the time has passed', async () => {
    const eb = fakeEventBridge();
    eb.delay(1_000);
    const sending = sendOrders(eb.client(), 'o-1');
    while (eb.calls.length === 0) await settle();

    expect(eb.events).toHaveLength(1);
    expect(eb.calls[0]?.outcome).toBe('pending');
    expect(await passTimeUntil(sending, clock)).toBe(1_000);
    expect(eb.calls[0]?.outcome).toBe('succeeded');
  });

  test('hold: the request is taken when the test says so, however much time passes', async () => {
    const eb = fakeEventBridge();
    const held = eb.hold();
    const sending = sendOrders(eb.client(), 'o-1');
    await held.reached();
    clock.tick(60_000);
    await settle();

    expect(held.waiting).toBe(1);
    expect(eb.events).toEqual([]);
    held.release();
    expect((await sending).FailedEntryCount).toBe(0);
    expect(held.waiting).toBe(0);
  });

  test('hold: or it is failed, and the SDK resends', async () => {
    const eb = fakeEventBridge();
    const held = eb.hold();
    const sending = sendOrders(eb.client(), 'o-1');
    await held.reached();
    held.fail('InternalException');

    expect((await sending).$metadata.attempts).toBe(2);
    expect(eb.events).toHaveLength(1);
  });

  test("the client's request timeout ends a wait, and nobody receives the late response", async () => {
    const eb = fakeEventBridge();
    eb.delay(1_500);
    const requestHandler = new NodeHttpHandler({ requestTimeout: 1_000, throwOnRequestTimeout: true });

    expect(await passTimeUntil(sendOrders(eb.client({ requestHandler }), 'o-1'), clock)).toBe(1_000);

    expect(eb.calls[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['unanswered', 'succeeded']);
    clock.tick(1_000);
    await settle();
    expect(eb.calls[0]?.attempts[0]?.outcome).toBe('unanswered');
    expect(eb.events).toHaveLength(2);
  });

  test('a request timeout that does not throw only warns', async () => {
    const eb = fakeEventBridge();
    eb.delay(1_500);
    const warn = jest.fn();
    const logger = { warn, trace: warn, debug() {}, info() {}, error: warn };
    const requestHandler = new NodeHttpHandler({ requestTimeout: 1_000, logger });

    expect(await passTimeUntil(sendOrders(eb.client({ requestHandler }), 'o-1'), clock)).toBe(1_500);

    expect(warn.mock.calls).toEqual([
      [
        '@smithy/node-http-handler - [WARN] a request has exceeded the configured 1000 ms requestTimeout. Init client requestHandler with throwOnRequestTimeout=true to turn this into an error.',
      ],
    ]);
  });

  test("a call's own request timeout goes before the client's", async () => {
    const eb = fakeEventBridge();
    eb.delay(1_500).times(3);
    const requestHandler = new NodeHttpHandler({ requestTimeout: 1_400, throwOnRequestTimeout: true });
    const client = eb.client({ requestHandler, maxAttempts: 1 });

    expect(await passTimeUntil(sendOrdersWith(client, { requestTimeout: 300 }, 'o-1'), clock)).toBe(300);
    expect(eb.calls[0]?.attempts[0]?.error?.message).toContain('300 ms requestTimeout');
    eb.reset();
  });
});

describe('timeouts of a handler that resolves its options late', () => {
  test.each<[string, (eb: FakeEventBridge, controller: AbortController) => void]>([
    ['answered', (eb) => eb.reset()],
    ['aborted', (_, controller) => controller.abort()],
  ])('are not armed for a call that was %s meanwhile', async (_, end) => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const eb = fakeEventBridge();
    let resolveOptions: ((options: object) => void) | undefined;
    const requestHandler = new NodeHttpHandler(
      () =>
        new Promise((resolve) => {
          resolveOptions = resolve;
        }),
    );
    const held = eb.hold();
    const controller = new AbortController();
    const sending = sendOrdersWith(eb.client({ requestHandler }), { abortSignal: controller.signal }, 'o-1');
    await held.reached();
    held.release();
    end(eb, controller);
    await sending;

    resolveOptions?.({ requestTimeout: 1_000, throwOnRequestTimeout: true });
    await settle();

    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });
});

describe('an abort', () => {
  test('during a delay leaves no timer behind', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    using eb = fakeEventBridge();
    eb.delay(60_000);
    const controller = new AbortController();
    const sending = sendOrdersWith(eb.client(), { abortSignal: controller.signal }, 'o-1');
    while (eb.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(jest.getTimerCount()).toBe(1);

    controller.abort();
    await sending;

    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  const eb = fakeEventBridge();
  const client = eb.client();
  beforeEach(() => eb.reset());
  afterEach(() => eb.verify());

  test('before: nothing is sent', async () => {
    const error = await sendOrdersWith(client, { abortSignal: AbortSignal.abort() }, 'o-1');

    expect(error).toMatchObject({ name: 'AbortError', message: 'Request aborted' });
    expect(eb.calls).toEqual([]);
  });

  test('during a hold: the request never reaches EventBridge, and is not retried', async () => {
    const held = eb.hold();
    const controller = new AbortController();
    const sending = sendOrdersWith(client, { abortSignal: controller.signal }, 'o-1');
    await held.reached();
    controller.abort();

    expect(await sending).toMatchObject({ name: 'AbortError' });
    held.release();
    await settle();
    expect(eb.events).toEqual([]);
    expect(eb.calls[0]).toMatchObject({
      outcome: 'unanswered',
      attempts: [{ error: { name: 'AbortError' } }],
    });
    expect(held.waiting).toBe(0);
  });

  test('during a delay: the events are still on the bus', async () => {
    const [clock] = FAKE_CLOCKS;
    clock?.install();
    try {
      eb.delay(1_000);
      const controller = new AbortController();
      const sending = sendOrdersWith(client, { abortSignal: controller.signal }, 'o-1');
      while (eb.calls.length === 0) await settle();
      controller.abort();

      expect(await sending).toMatchObject({ name: 'AbortError' });
      expect(eb.events).toHaveLength(1);
      expect(eb.calls[0]?.outcome).toBe('unanswered');
    } finally {
      clock?.uninstall();
    }
  });

  test('after: it changes nothing', async () => {
    const controller = new AbortController();
    await sendOrdersWith(client, { abortSignal: controller.signal }, 'o-1');
    controller.abort();

    expect(eb.calls[0]?.outcome).toBe('succeeded');
  });

  test.each([
    ['an error', new Error('over'), 'Request aborted'],
    ['a string', 'the lights went out', 'the lights went out'],
    ['nothing', null, 'Request aborted'],
    ['an empty text', '', 'Request aborted'],
  ])('the handler reads %s as the reason as the Node handler does', async (_, reason, message) => {
    const request = { method: 'POST', hostname: 'events.us-east-1.amazonaws.com', headers: {}, body: '{}' };
    const abortSignal = AbortSignal.abort(reason);
    const seen = async (handling: Promise<unknown>) => {
      const error = await handling.then(
        () => new Error('nothing was thrown'),
        (thrown: Error) => thrown,
      );
      return { name: error.name, message: error.message, cause: error.cause };
    };

    const fake = await seen(eb.requestHandler.handle(request, { abortSignal }));

    expect(fake.message).toBe(message);
    expect(fake).toEqual(await seen(new NodeHttpHandler().handle(request as never, { abortSignal })));
  });
});

describe('skipped waits', () => {
  const STRATEGIES: readonly [name: string, config: () => object, waits: readonly number[]][] = [
    ['the standard strategy', () => ({}), [500, 1000, 0]],
    ['the standard strategy by name', () => ({ retryMode: 'standard' }), [500, 1000, 0]],
    ['an own standard strategy', () => ({ retryStrategy: new StandardRetryStrategy(3) }), [500, 1000, 0]],
    ['the adaptive strategy by name', () => ({ retryMode: 'adaptive' }), [500, 1000, 0]],
    [
      'an own adaptive strategy',
      () => ({ retryStrategy: new AdaptiveRetryStrategy(async () => 3) }),
      [500, 1000, 0],
    ],
    [
      'a configured strategy',
      () => ({ retryStrategy: new ConfiguredRetryStrategy(3, (attempt) => 100 * attempt) }),
      [100, 200, 0],
    ],
  ];

  test.each(STRATEGIES)('%s never waits, and its waits are on the attempts', async (_, config, waits) => {
    const eb = fakeEventBridge();
    const [clock] = FAKE_CLOCKS;
    clock?.install();
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    try {
      eb.failCall('ThrottlingException');
      await sendOrders(eb.client(config()), 'o-1');
    } finally {
      clock?.uninstall();
    }

    expect(eb.calls[0]?.attempts.map(({ backoff }) => backoff)).toEqual(waits);
  });

  test('are told apart between calls that are in flight together', async () => {
    const eb = fakeEventBridge();
    const delays = new Map<string, number>();
    const clients = Array.from({ length: 20 }, (_, i) => {
      delays.set(`o-${i}`, 100 + i);
      return eb.client({ retryStrategy: new ConfiguredRetryStrategy(2, () => 100 + i) });
    });
    eb.failRequest('InternalException').times(20);

    await Promise.all(clients.map((client, i) => sendOrders(client, `o-${i}`)));

    for (const { attempts } of eb.calls) {
      const [first] = attempts;
      expect(first?.backoff).toBe(delays.get(JSON.parse(first?.entries[0]?.Detail ?? '').orderId));
    }
    expect(eb.calls).toHaveLength(20);
  });

  test('a timer of the publisher is never taken for one', async () => {
    const eb = fakeEventBridge();
    const [clock] = FAKE_CLOCKS;
    clock?.install();
    try {
      let hasRung = false;
      eb.failRequest('InternalException').times(2);
      const sending = sendOrders(eb.client(), 'o-1');
      setTimeout(() => {
        hasRung = true;
      }, 50);
      await sending;

      expect(hasRung).toBe(false);
      clock?.tick(50);
      expect(hasRung).toBe(true);
    } finally {
      clock?.uninstall();
    }
  });

  test('reset() gives back the retries that failures have cost', async () => {
    const eb = fakeEventBridge();
    const client = eb.client();
    const attemptsOfCalls = async (calls: number) => {
      eb.failRequest('InternalException').always();
      for (let i = 0; i < calls; i++) await sendOrders(client, 'o-1');
      return eb.calls.map(({ attempts }) => attempts.length);
    };

    expect((await attemptsOfCalls(30)).at(-1)).toBe(1);
    eb.reset();
    expect(await attemptsOfCalls(5)).toEqual([3, 3, 3, 3, 3]);
  });
});
