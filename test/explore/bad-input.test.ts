import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ExploreOptions, fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { orders } from '../../examples/defects/failing-text';

const eb = fakeEventBridge();
const client: EventBridgeClient = eb.client();
beforeEach(() => eb.reset());
afterAll(() => eb.restore());

const sendWith = async (sender: EventBridgeClient) => {
  const { FailedEntryCount } = await sender.send(new PutEventsCommand({ Entries: orders(1) }));
  if (FailedEntryCount !== 0) throw new Error('not published');
};
const message = async (work: Promise<unknown>) =>
  work.then(
    () => 'resolved',
    (error: Error) => error.message,
  );

describe('a client that the fake does not see', () => {
  const region = 'us-east-1';
  const other = new EventBridgeClient({ region, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });

  test('is named, with what it sent and how to connect it', async () => {
    expect(await message(eb.exploreFailures(() => sendWith(other)))).toBe(
      'exploreFailures: publish() sent a request to events.us-east-1.amazonaws.com (AWSEvents.PutEvents), with a client that is not connected to this fake. The fake stopped the request: nothing left this process. Connect it with eb.attach(client), or all clients of its class with eb.install(client.constructor).',
    );
  });

  test('is named where the publisher swallows the error', async () => {
    const swallows = () => sendWith(other).catch(() => {});

    expect(await message(eb.exploreFailures(swallows))).toContain(
      'a client that is not connected to this fake',
    );
  });

  test('is named where only a failure brings it in, with the run', async () => {
    const withFallback = () => sendWith(client).catch(() => sendWith(other));

    expect(await message(eb.exploreFailures(withFallback))).toContain(
      'exploreFailures: publish() sent a request to events.us-east-1.amazonaws.com (AWSEvents.PutEvents) in the run "1:entry-throttled:first", with a client that is not connected',
    );
  });

  test('is known by a region that it does not have', async () => {
    const before = process.env['AWS_CONFIG_FILE'];
    process.env['AWS_CONFIG_FILE'] = '/there/is/none';
    try {
      expect(await message(eb.exploreFailures(() => sendWith(new EventBridgeClient({}))))).toBe(
        'exploreFailures: publish() failed with Error: Region is missing, with a client that is not connected to this fake. A connected client needs no credentials and no region. Connect it with eb.attach(client), or all clients of its class with eb.install(client.constructor).',
      );
    } finally {
      if (before === undefined) delete process.env['AWS_CONFIG_FILE'];
      else process.env['AWS_CONFIG_FILE'] = before;
    }
  });

  test('is known by credentials that it does not have', async () => {
    const unable = async () => {
      throw Object.assign(new Error('Could not load credentials from any providers'), {
        name: 'CredentialsProviderError',
      });
    };
    const without = new EventBridgeClient({ region, credentials: unable });

    expect(await message(eb.exploreFailures(() => sendWith(without)))).toContain(
      'publish() failed with CredentialsProviderError: Could not load credentials from any providers, with a client that is not connected to this fake.',
    );
  });
});

describe('options out of range', () => {
  test.each<[ExploreOptions, string]>([
    [{ depth: 0 }, 'depth must be a whole number from 1 to 3, not 0.'],
    [{ depth: 1.5 }, 'depth must be a whole number from 1 to 3, not 1.5.'],
    [{ maxRuns: 0 }, 'maxRuns must be a whole number above 0, not 0.'],
    [{ maxTime: -1 }, 'maxTime must be milliseconds, 0 or more, not -1.'],
    [{ maxTime: Number.NaN }, 'maxTime must be milliseconds, 0 or more, not NaN.'],
    [{ events: 0 }, 'events must be a whole number from 1 to 1000, not 0.'],
    [{ limits: { attempts: 0 } }, 'limits.attempts must be a whole number above 0, not 0.'],
    [
      { limits: { wait: { min: 2, max: 1 } } },
      'limits.wait must be milliseconds with min at most max, not an object',
    ],
    [{ seed: Number.NaN }, 'seed must be a number or a string, not NaN.'],
    [
      { offered: -1 },
      'offered must be an array of matches or entries, or the number of events, 0 or more, not -1.',
    ],
  ])('%j', async (options, expected) => {
    expect(await message(eb.exploreFailures(() => sendWith(client), options))).toContain(expected);
  });

  test('a failure of a name that the catalog has', async () => {
    const extend = [{ name: 'late', failEntry: 'InternalFailure', isRetryable: true } as const];

    expect(await message(eb.exploreFailures(() => sendWith(client), { extend }))).toContain(
      'extend has a failure "late", and there is one of that name already. Give it another name.',
    );
  });
});

describe('a timer that was taken before the exploration', () => {
  const { setTimeout: setTimer, clearTimeout: clearTimer } = globalThis;
  const timers: NodeJS.Timeout[] = [];
  const sleep = () =>
    new Promise((resolve) => {
      timers.push(setTimer(resolve, 600_000));
    });
  afterEach(() => {
    for (const timer of timers.splice(0)) clearTimer(timer);
  });

  test('is refused where every run waits for it', async () => {
    const waits = () => sleep().then(() => sendWith(client));

    expect(await message(eb.exploreFailures(waits))).toBe(
      'exploreFailures: publish() waits in real time in the run without failures. Its setTimeout was taken before the exploration began, as by const sleep = promisify(setTimeout) at the top of a module. Take the timer when you wait: const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)).',
    );
  });

  test('is not mistaken for one that another part of the process sets meanwhile', async () => {
    let turns = 0;
    const others = () => {
      turns++;
      timers.push(setTimer(() => {}, 600_000));
      if (turns < 200) setImmediate(others);
    };
    setImmediate(others);

    const text = await message(eb.exploreFailures(() => new Promise(() => {})));

    expect(text).toContain('publish() did not settle in the run without failures');
  });

  test('is refused where only a failure brings it in, with the run', async () => {
    const waits = () =>
      sendWith(client).catch(async () => {
        await sleep();
        await sendWith(client);
      });

    expect(await message(eb.exploreFailures(waits))).toContain(
      'waits in real time in the run "1:entry-throttled:first"',
    );
  });
});

describe('an error of a failure in extend that EventBridge does not have', () => {
  test.each<[object, string]>([
    [
      { failEntry: 'Throttling' },
      'exploreFailures: failEntry of "quota" in extend: "Throttling" is not an error code that EventBridge returns for an entry.',
    ],
    [
      { failEntry: { ErrorCode: 'Quota' } },
      'exploreFailures: failEntry of "quota" in extend: an error of your own needs two strings, ErrorCode and ErrorMessage.',
    ],
    [
      { failRequest: 'Throttling' },
      'exploreFailures: failRequest of "quota" in extend: "Throttling" is not an error that EventBridge returns for a request.',
    ],
    [
      { failRequest: { name: 'Quota', status: 200 } },
      'exploreFailures: failRequest of "quota" in extend: the status of Quota must be an HTTP error, 400 to 599, not 200.',
    ],
  ])('%j', async (error, expected) => {
    const extend = [{ name: 'quota', isRetryable: false, ...error }];

    expect(await message(eb.exploreFailures(() => sendWith(client), { extend }))).toContain(expected);
  });
});

describe('what EventBridge refuses although nothing fails', () => {
  const entry = { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' };
  /** Rejects, and hides the error of the SDK. */
  const sends = (entries: readonly object[]) => async () => {
    const command = new PutEventsCommand({ Entries: entries as [] });
    const { FailedEntryCount } = await client.send(command).catch(() => ({ FailedEntryCount: 1 }));
    if (FailedEntryCount !== 0) throw new Error('could not publish.');
  };
  const broken = { ...entry, Detail: '{' };

  test.each<[string, readonly object[], string]>([
    [
      'too many entries',
      Array.from({ length: 11 }, () => entry),
      'Request 1 has 11 entries, but EventBridge takes at most 10. Send at most 10 entries in one request.',
    ],
    [
      'an entry',
      [entry, broken],
      'EventBridge rejected Entries[1] in request 1 (MalformedDetail: Detail is malformed). Pass Detail as the JSON of an object: JSON.stringify(detail), once. Resending cannot succeed.',
    ],
    [
      'several entries',
      [broken, broken, entry, broken],
      'EventBridge rejected Entries[0] in request 1 (MalformedDetail: Detail is malformed). It rejected 2 other entries too. Pass Detail',
    ],
    [
      'a Time of the wrong type',
      [{ ...entry, Time: '2026-01-02' }],
      'EventBridge could not read Entries[0].Time of request 1: it must be a number of seconds, but your code sent "2026-01-02". Pass Time as a Date: Time: new Date(timestamp).',
    ],
  ])('is what the text says, with the fix: %s', async (_, entries, expected) => {
    const text = await message(eb.exploreFailures(sends(entries)));

    expect(text).toContain(
      `publish() failed in the run without failures, with Error: could not publish. ${expected}`,
    );
    expect(text).toMatch(/ Make it succeed first: the exploration begins where everything works\.$/);
  });

  test('is what the text says where the publisher swallows it', async () => {
    const swallows = () => sends([{ ...entry, Time: '2026-01-02' }])().catch(() => {});

    expect(await message(eb.exploreFailures(swallows))).toContain(
      'EventBridge refused every request. EventBridge could not read Entries[0].Time of request 1',
    );
  });

  test('is not about the number of events where the publisher fails with few', async () => {
    const one = (count: number) => sends(Array.from({ length: count }, () => broken))();

    expect(await message(eb.exploreFailures(one))).toContain('rejected Entries[0] in request 1 (Malformed');
  });
});

test('an event for a bus that does not exist is lost, with the bus that is probably meant', async () => {
  const shop = fakeEventBridge({ buses: ['orders'] });
  const sender: EventBridgeClient = shop.client();
  const publish = async (count: number) => {
    const entries = orders(count).map((entry) => ({ ...entry, EventBusName: 'order' }));
    await sender.send(new PutEventsCommand({ Entries: entries }));
  };

  const { findings } = await shop.exploreFailures(publish, { depth: 1, include: ['entry-throttled'] });

  expect(findings[0]).toMatchObject({
    kind: 'lost',
    summary: 'When nothing fails, 1 event is lost, and publish() resolves as if nothing had happened.',
    fix: 'EventBridge accepted and dropped 1 event: the bus "order" does not exist. Did you mean "orders"? Correct EventBusName, or add the bus to the option `buses`, which has "default" and "orders". AWS drops such events too, and still returns an EventId.',
  });
});

describe('toSurviveFailures names itself', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['what it was given', () => expect(eb).toSurviveFailures(1 as never), 'pass a function that publishes'],
    [
      'an option',
      () => expect(eb).toSurviveFailures(() => sendWith(client), { depth: 0 }),
      'depth must be a whole number from 1 to 3, not 0.',
    ],
    [
      'a publisher that fails',
      () => expect(eb).toSurviveFailures(() => Promise.reject(new Error('broken'))),
      'publish() failed in the run without failures, with Error: broken.',
    ],
  ])('%s', async (_, assert, expected) => {
    const text = await message(assert());

    expect(text).toContain(`expect(eb).toSurviveFailures(publish)\n\nMatcher error: ${expected}`);
    expect(text).not.toContain('exploreFailures');
  });
});

describe('a restart without an effect', () => {
  test('is refused where no run dies', async () => {
    const options = { restart: () => {}, include: ['throttled'] };

    expect(await message(eb.exploreFailures(() => sendWith(client), options))).toBe(
      'exploreFailures: restart was given, but include and exclude leave out "dies-before" and "dies-after", after which it runs. Explore one of them, or remove restart.',
    );
  });

  test('is what a loss after a crash says', async () => {
    const { findings } = await eb.exploreFailures(() => sendWith(client), { depth: 1, restart: () => {} });

    expect(findings[0]).toMatchObject({
      kind: 'lost',
      summary:
        'When the process dies before EventBridge accepts request 1, 1 event is lost, and restart() resolves without having sent anything.',
      fix: 'Mark an event as published only after its result has an `EventId`: a restart does not send what is already marked.',
    });
  });
});

describe('a publisher that does something else each time', () => {
  let calls = 0;
  afterEach(() => {
    calls = 0;
  });
  const send = async (count: number) => {
    await client.send(new PutEventsCommand({ Entries: orders(count) }));
  };

  test('is unknown, and no finding is taken from it', async () => {
    const report = await eb.exploreFailures(() => send(1 + (calls++ % 2)));

    expect(report.safe).toBe(false);
    expect(report.findings).toEqual([
      expect.objectContaining({
        kind: 'unknown',
        summary: expect.stringMatching(
          /^Not everything was explored: publish\(\) does not do the same each time, in two runs without failures: request 1 was "call 1, attempt 1: .*", and then "call 1, attempt 1: /,
        ),
        fix: expect.stringContaining('Create inside publish() what it sends'),
      }),
    ]);
  });

  test('is unknown where it changes later, with the run', async () => {
    // The first three runs are without failures.
    const report = await eb.exploreFailures(() => send(calls++ < 5 ? 1 : 2));

    expect(report.findings.at(-1)?.summary).toContain(
      'publish() does not do the same each time, in the run "1:entry-failed:first": request 1 was',
    );
  });

  test('is unknown where a finding cannot be repeated', async () => {
    // All runs of depth 1 lose an event; those that find the shortest story do not.
    const { coverage } = await eb.exploreFailures(() => send(1), { include: ['entry-denied'], depth: 1 });
    const changing = async () => {
      if (calls++ >= 3 + coverage.runs) return sendWith(client);
      return send(1);
    };

    const report = await eb.exploreFailures(changing, { include: ['entry-denied'], depth: 1 });

    expect(report.findings.map(({ kind, summary }) => [kind, summary])).toContainEqual([
      'unknown',
      'Not everything was explored: publish() does not do the same each time, in the run "1:entry-denied:first": the finding is not there again.',
    ]);
  });
});
