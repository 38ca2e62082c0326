import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { fakeEventBridge } from 'fake-eventbridge';
import { sendOrders, sendOrdersWith } from '../support/story';

const eb = fakeEventBridge();
const retryStrategy = new ConfiguredRetryStrategy(3, () => 0);
const client = eb.client({ retryStrategy });
beforeEach(() => eb.reset());
afterEach(() => eb.verify());

/** Half of what EventBridge answers to one entry. */
const HALF_A_BODY = '{"Entries":[{"EventId":"eb820564-00a3-a077';

/** What the SDK's own Node handler made of sockets that fail, by the names of over-sockets.mjs. */
let real: Record<string, unknown>;
beforeAll(() => {
  const script = join(__dirname, 'over-sockets.mjs');
  const output = execFileSync(process.execPath, ['--no-warnings', script, HALF_A_BODY], { encoding: 'utf8' });
  real = JSON.parse(output, withoutAccident);
});

/** What a publisher can see of an outcome: an error's own properties, its name and message, or the output. */
function visible(outcome: unknown): unknown {
  const seen =
    outcome instanceof Error ? { ...outcome, name: outcome.name, message: outcome.message } : outcome;
  return JSON.parse(JSON.stringify(seen), withoutAccident);
}

/** Ports and request ids differ from run to run. */
function withoutAccident(key: string, value: unknown): unknown {
  if (key === 'port' || key === 'requestId') return 0;
  return typeof value === 'string' ? value.replace(/(?<=127\.0\.0\.1:)\d+/, '0') : value;
}

describe('the error is the one that the SDK’s own Node handler throws', () => {
  test.each([
    ['refuseConnection', 'refused', { name: 'Error', code: 'ECONNREFUSED' }],
    ['resetConnection', 'hangsUp', { name: 'TimeoutError', code: 'ECONNRESET', message: 'socket hang up' }],
    ['loseResponse', 'hangsUp', { name: 'TimeoutError', code: 'ECONNRESET' }],
    ['timeout', 'timedOut', { name: 'TimeoutError', code: 'ETIMEDOUT', errno: -110 }],
    ['failDns', 'dns', { name: 'Error', code: 'ENOTFOUND', errno: -3008 }],
  ] as const)('%s', async (fault, scene, pinned) => {
    eb[fault]().times(3);

    const seen = visible(await sendOrders(client, 'o-1'));

    expect(seen).toEqual(real[scene]);
    expect(seen).toMatchObject({ ...pinned, $metadata: { attempts: 3 } });
    expect(eb.events).toHaveLength(fault === 'loseResponse' ? 3 : 0);
  });
});

describe('a garbled answer has the outcome that it has over a socket', () => {
  test('the HTML page of a proxy: retried, and a SyntaxError in the end; nothing is published', async () => {
    eb.garbleResponse().times(3);

    const seen = visible(await sendOrders(client, 'o-1'));

    expect(seen).toEqual(real['html']);
    expect(seen).toMatchObject({ name: 'SyntaxError', $metadata: { attempts: 3, httpStatusCode: 503 } });
    const attempt = { status: 503, outcome: 'unanswered' };
    expect(eb.calls[0]?.attempts).toMatchObject([attempt, attempt, attempt]);
    expect(eb.events).toEqual([]);
  });

  test('a body that is cut off: a SyntaxError, not retried, and the event is published', async () => {
    eb.garbleResponse('cut-off');

    const seen = visible(await sendOrders(client, 'o-1'));

    expect(seen).toEqual(real['cutOff']);
    expect(seen).toMatchObject({ name: 'SyntaxError', $metadata: { attempts: 1, httpStatusCode: 200 } });
    expect(eb.events).toHaveLength(1);
  });

  test('an empty body: no error, no results, and the event is published', async () => {
    eb.garbleResponse('empty');

    const seen = visible(await sendOrders(client, 'o-1'));

    expect(seen).toEqual(real['empty']);
    expect(seen).not.toHaveProperty('Entries');
    expect(eb.events).toHaveLength(1);
  });
});

describe('impatience has the outcome that it has over a socket whose server holds its answer', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test.each([
    ['requestTimeout', { requestTimeout: 1, throwOnRequestTimeout: true }],
    ['socketTimeout', { socketTimeout: 20 }],
  ])('%s', async (scene, options) => {
    jest.useFakeTimers();
    const held = eb.hold().times(3);
    const own = eb.client({ retryStrategy, requestHandler: new NodeHttpHandler(options) });
    let isOver = false;
    const sending = sendOrders(own, 'o-1').finally(() => {
      isOver = true;
    });
    while (!isOver) await jest.advanceTimersByTimeAsync(1);

    expect(visible(await sending)).toEqual(real[scene]);
    held.release();
  });

  test.each([
    ['abortedBefore', undefined],
    ['abortedForAReason', 'the lights went out'],
    ['abortedForNull', null],
  ])('%s', async (scene, reason) => {
    const abortSignal = AbortSignal.abort(reason);

    expect(visible(await sendOrdersWith(client, { abortSignal }, 'o-1'))).toEqual(real[scene]);
    expect(eb.calls).toEqual([]);
  });

  test('abortedDuring', async () => {
    const controller = new AbortController();
    const held = eb.hold();
    const sending = sendOrdersWith(client, { abortSignal: controller.signal }, 'o-1');
    await held.reached();
    controller.abort();

    expect(visible(await sending)).toEqual(real['abortedDuring']);
    held.release();
  });
});
