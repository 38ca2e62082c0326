import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type ExploreOptions, fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { orders } from '../../examples/defects/failing-text';
import { publish as misaligned } from '../../examples/defects/misaligned-results';
import { type Row, relay } from '../../examples/defects/outbox-marks-all-done';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
const client = new EventBridgeClient({});
beforeEach(() => eb.reset());
afterAll(() => eb.restore());

/** Loses what is throttled. */
const send = async (count: number) => {
  await client.send(new PutEventsCommand({ Entries: orders(count) }));
};
/** Rejects when anything is left. */
const sendOrReject = async (count: number) => {
  const { FailedEntryCount, Entries = [] } = await client.send(
    new PutEventsCommand({ Entries: orders(count) }),
  );
  if (FailedEntryCount !== 0 || Entries.length < count) throw new Error('not published');
};
const message = async (work: Promise<unknown>) =>
  work.then(
    () => 'resolved',
    (error: Error) => error.message,
  );

test('reports the shortest story of each kind of finding', async () => {
  const report = await eb.exploreFailures(send);

  expect(report.safe).toBe(false);
  expect(report.findings.map(({ kind, severity }) => `${severity}: ${kind}`)).toEqual([
    'breaks: lost',
    'note: unavoidable-duplicate',
    'note: surfaced',
  ]);
  expect(report.findings[0]?.summary).toBe(
    'When the first entry of request 1 fails with ThrottlingException, 1 event is lost, and publish() resolves as if nothing had happened.',
  );
});

describe('a publisher that sends fewer events than it is asked for', () => {
  /** Sends full batches only. */
  const dropsTheRest = async (count: number) => {
    for (let i = 0; i + 10 <= count; i += 10)
      await client
        .send(new PutEventsCommand({ Entries: orders(count).slice(i, i + 10) }))
        .then(({ FailedEntryCount, Entries = [] }) => {
          if (FailedEntryCount !== 0 || Entries.length < 10) throw new Error('not published');
        });
  };
  /** Sends one event for all orders. */
  const aggregates = (count: number) => {
    expect(count).toBeGreaterThan(0);
    return sendOrReject(1);
  };
  const quick: ExploreOptions = { depth: 1, include: ['access-denied'] };

  test('loses them, although nothing fails', async () => {
    const { safe, findings } = await eb.exploreFailures(dropsTheRest, quick);

    expect(safe).toBe(false);
    expect(findings[0]).toMatchObject({
      kind: 'lost',
      severity: 'breaks',
      summary:
        'When nothing fails, publish(11) sends 10 events: 1 is never sent, and publish() resolves as if nothing had happened.',
      fix: expect.stringContaining('pass the option `offered`'),
      replay: "await eb.replay('11 events: nothing fails', publish);",
      test: expect.stringContaining('eb.assertNoEventLost(11);'),
    });
  });

  test('is replayed', async () => {
    const { findings } = await eb.replay('12 events: nothing fails', dropsTheRest, quick);

    expect(findings.map(({ summary }) => summary)).toEqual([
      'When nothing fails, publish(12) sends 10 events: 2 are never sent, and publish() resolves as if nothing had happened.',
    ]);
  });

  test.each<[string, ExploreOptions]>([
    ['a number', { offered: 1 }],
    ['matches', { offered: [{ detailType: 'OrderPlaced' }] }],
    ['what the publisher returns', { surfaced: () => 11 }],
  ])('is safe where the test says that it is meant: %s', async (_, options) => {
    const { safe, findings } = await eb.exploreFailures(aggregates, { ...quick, ...options });

    expect(safe).toBe(true);
    expect(findings.map(({ kind }) => kind)).toEqual(['surfaced']);
  });

  test('is measured by what the test offers, with all events', async () => {
    const { findings } = await eb.exploreFailures(dropsTheRest, { ...quick, offered: orders(12) });

    expect(findings[0]).toMatchObject({
      summary:
        'When nothing fails, 2 events are never sent, and publish() resolves as if nothing had happened.',
      replay: "await eb.replay('12 events: nothing fails', publish);",
    });
  });

  test('may send more', async () => {
    const twoForEach = (count: number) => sendOrReject(2 * count);

    expect((await eb.exploreFailures(twoForEach, { ...quick, events: 3 })).safe).toBe(true);
  });

  test('is not compared where it takes no number', async () => {
    expect((await eb.exploreFailures(() => dropsTheRest(12), quick)).safe).toBe(true);
  });
});

test('a story with fewer events is not measured by what all of them offer', async () => {
  const { findings } = await eb.exploreFailures(send, { events: 3, depth: 1, offered: orders(3) });

  expect(findings[0]).toMatchObject({
    summary: expect.stringContaining('request 1 fails with ThrottlingException, 1 event is lost, and'),
    test: expect.stringContaining('eb.assertNoEventLost(1);'),
  });
});

test('a report of a run without requests says so once', async () => {
  const report = await eb.exploreFailures(() => {}, { offered: 1, depth: 1 });

  const none = 'No request reached the fake.';
  expect(report.findings[0]?.kind).toBe('lost');
  for (const text of [
    String(report),
    await message(Promise.resolve().then(() => report.assertSafe())),
    report.toHtml(),
    report.toMarkdown(),
  ])
    expect(text.match(/No request[^<\n]*/g)).toEqual([none]);
});

test('says what was covered', async () => {
  const { coverage } = await eb.exploreFailures(() => sendOrReject(1));

  expect(coverage.isComplete).toBe(true);
  expect(coverage.depths.map(({ depth, explored, total }) => [depth, explored === total])).toEqual([
    [1, true],
    [2, true],
  ]);
});

describe('three failures together', () => {
  const WAITS: Record<string, number> = {
    ThrottlingException: 100,
    InternalFailure: 200,
    MalformedDetail: 300,
  };
  /** Sends an entry again after each error, and loses it after three different ones. */
  const losesAfterThree = async () => {
    const seen = new Set<string>();
    for (let round = 1; round <= 5; round++) {
      const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: orders(1) }));
      const { EventId, ErrorCode = '' } = Entries[0] ?? {};
      if (EventId !== undefined || seen.add(ErrorCode).size === 3) return;
      await new Promise((resolve) => setTimeout(resolve, WAITS[ErrorCode]));
    }
    throw new Error('not published');
  };
  const include = ['entry-throttled', 'entry-failed', 'entry-malformed'];
  const explore = (depth: number) => eb.exploreFailures(losesAfterThree, { include, depth });

  test('are explored on request: two do not find what three break', async () => {
    expect((await explore(2)).safe).toBe(true);

    const { coverage, findings } = await explore(3);

    expect(coverage.isComplete).toBe(true);
    expect(coverage.depths.map(({ depth }) => depth)).toEqual([1, 2, 3]);
    expect(findings[0]).toMatchObject({ kind: 'lost', story: { failures: { length: 3 } } });
  });

  test('are replayed from the line of the report', async () => {
    const { findings } = await explore(3);
    const [, path = ''] = /eb\.replay\('(.*)', publish\);/.exec(findings[0]?.replay ?? '') ?? [];

    const replayed = await eb.replay(path, losesAfterThree, { include });

    expect(replayed.findings.find(({ kind }) => kind === 'lost')).toMatchObject({
      summary: findings[0]?.summary,
      replay: findings[0]?.replay,
    });
  });
});

test('leaves the records, rules and connections of the test as they are', async () => {
  eb.rule('orders', { source: ['shop.orders'] });
  await send(2);

  await eb.exploreFailures(() => sendOrReject(1), { depth: 1 });

  expect(eb.events).toHaveLength(2);
  expect(eb.calls).toHaveLength(1);
  await send(1);
  expect(eb.events.at(-1)?.detail).toEqual({ orderId: 'o-1' });
  expect(eb).toHaveRoutedAllEvents();
});

test('the same seed gives the same bytes', async () => {
  const jitter = async (count: number) => {
    for (let left = orders(count), round = 0; left.length > 0; round++) {
      const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: left }));
      left = left.filter((_, i) => Entries[i]?.ErrorCode !== undefined);
      if (round === 2) return;
      if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, 1 + 100 * Math.random()));
    }
  };
  const json = async (seed: number) =>
    JSON.stringify(await eb.exploreFailures(jitter, { seed, events: 2, depth: 1 }));

  expect(await json(1)).toBe(await json(1));
  expect(await json(1)).not.toBe(await json(2));
});

describe('timers that a module keeps which is first loaded in a run', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test.each<[string, () => (ms: number) => Promise<unknown>]>([
    ['promisify', () => promisify(setTimeout)],
    [
      'setTimeout and clearTimeout',
      () => {
        const [start, stop] = [setTimeout, clearTimeout];
        return (ms) => {
          const never = start(() => Promise.reject(new Error('was not cleared')), ms / 2);
          return new Promise((resolve) => start(resolve, ms, stop(never)));
        };
      },
    ],
    [
      'setInterval',
      () => {
        const [start, stop] = [setInterval, clearInterval];
        return (ms) =>
          new Promise<void>((resolve) => {
            const timer = start(() => {
              stop(timer);
              resolve();
            }, ms);
          });
      },
    ],
  ])('%s: they go on in the next exploration, and after it', async (_, load) => {
    let sleep: ((ms: number) => Promise<unknown>) | undefined;
    const publish = async () => {
      sleep ??= load();
      await sleep(100);
      await sendOrReject(1);
    };

    const first = await eb.exploreFailures(publish, { depth: 1 });
    const second = await eb.exploreFailures(publish, { depth: 1 });

    expect(first.safe).toBe(true);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    jest.useFakeTimers();
    const slept = sleep?.(5_000);
    expect(jest.getTimerCount()).toBe(1);
    await jest.advanceTimersByTimeAsync(5_000);
    await slept;
    expect(jest.getTimerCount()).toBe(0);
  });
});

test('a story of two events has no middle entry', async () => {
  const keepsTheFirst = async (count: number) => {
    let left = orders(count);
    for (let round = 1; round <= 3; round++) {
      const { FailedEntryCount = 0 } = await client.send(new PutEventsCommand({ Entries: left }));
      if (FailedEntryCount === 0) return;
      left = left.slice(0, FailedEntryCount);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('not published');
  };

  const { findings } = await eb.exploreFailures(keepsTheFirst, { events: 3, depth: 1 });

  expect(findings[0]).toMatchObject({
    summary: expect.stringContaining(
      'When the last entry of request 1 fails with ThrottlingException, 1 event is lost',
    ),
    replay: "await eb.replay('2 events: 1:entry-throttled:last', publish);",
  });
});

test('replays the story of a finding', async () => {
  const report = await eb.replay('1:entry-throttled:first', () => send(2));

  expect(report.findings.map(({ kind }) => kind)).toEqual(['lost']);
});

test('a restart takes up what a crash has left', async () => {
  let rows: Row[] = [];
  const marksFirst = async () => {
    rows = [{ orderId: 'o-1', done: false }];
    const pending = rows.filter(({ done }) => !done);
    for (const row of pending) row.done = true;
    await sendOrReject(pending.length);
  };

  const report = await eb.exploreFailures(marksFirst, { depth: 1, restart: () => relay(rows) });

  expect(report.findings.find(({ kind }) => kind === 'lost')?.summary).toBe(
    'When the process dies before EventBridge accepts request 1, 1 event is lost, and restart() resolves without having sent anything.',
  );
});

test('a publisher may read files between its requests', async () => {
  const reads = async () => {
    await readFile(__filename);
    await sendOrReject(1);
    await Promise.all([readFile(__filename), readFile(__filename)]);
    await sendOrReject(2);
  };

  const report = await eb.exploreFailures(reads, { depth: 1, include: ['entry-denied', 'throttled'] });

  expect(report.findings.map(({ kind }) => kind)).not.toContain('unknown');
  expect(report.coverage.isComplete).toBe(true);
});

test('a publisher may wait long for a file, and go on some turns after it', async () => {
  // A file is read by one of four threads, which are all busy.
  const busy: Promise<unknown>[] = [];
  const readsSlowly = async () => {
    for (let thread = 1; thread <= 4; thread++)
      busy.push(promisify(pbkdf2)('secret', 'salt', 100_000, 32, 'sha512'));
    await readFile(__filename);
    for (let turn = 1; turn <= 5; turn++) await new Promise(setImmediate);
    await sendOrReject(1);
  };

  const report = await eb.exploreFailures(readsSlowly, { depth: 1, include: ['entry-denied'] });
  await Promise.all(busy);

  expect(report.findings.map(({ kind }) => kind)).toEqual(['surfaced']);
  expect(report.coverage.isComplete).toBe(true);
});

test('a publisher may wait for what Node does not list: a thread that compresses', async () => {
  const compresses = async () => {
    await promisify(gzip)('x'.repeat(1_000_000));
    await sendOrReject(1);
  };

  const report = await eb.exploreFailures(compresses, { depth: 1, include: ['entry-denied'] });

  expect(report.findings.map(({ kind }) => kind)).toEqual(['surfaced']);
});

test('a publisher that never settles is hung', async () => {
  const endless = async () => {
    for (;;) {
      const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries: orders(1) }));
      if (FailedEntryCount === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  };

  const { findings } = await eb.exploreFailures(endless, { depth: 1 });

  expect(findings[0]?.summary).toBe(
    'When the first entry of request 1 fails with ThrottlingException each time it is sent, publish() never settles: it waits for an answer to request 61.',
  );
});

test('a rejection that nobody handles is a crash', async () => {
  const forgets = async () => {
    void sendOrReject(1);
  };

  const { findings } = await eb.exploreFailures(forgets, { depth: 1 });

  expect(findings.map(({ kind }) => kind)).toContain('crashed');
});

test('a duplicate is unavoidable where the publisher gave up waiting for a response', async () => {
  const impatient = async () => {
    for (let round = 1; round <= 2; round++) {
      const tooLate = new Promise<'too late'>((resolve) => setTimeout(resolve, 5_000, 'too late'));
      if ((await Promise.race([sendOrReject(1), tooLate])) !== 'too late') return;
    }
    throw new Error('not published');
  };

  const { safe, findings } = await eb.exploreFailures(impatient, { depth: 1, include: ['slow'] });

  expect(findings.map(({ kind }) => kind)).toEqual(['unavoidable-duplicate']);
  expect(findings[0]?.summary).toBe(
    'When EventBridge accepts request 1 and answers 15 minutes later, 1 event is published twice, because the response came too late.',
  );
  expect(safe).toBe(true);
});

test('what is only logged is a finding of its own, and nothing is printed', async () => {
  const print = jest.spyOn(console, 'error').mockImplementation(() => {});
  const logs = async () => {
    await sendOrReject(1).catch((error) => console.error(error));
  };

  const { findings } = await eb.exploreFailures(logs, { depth: 1 });

  expect(findings[0]?.kind).toBe('logged-only');
  expect(print).not.toHaveBeenCalled();
  print.mockRestore();
});

test('a bound that is reached is never safe', async () => {
  const report = await eb.exploreFailures(() => sendOrReject(1), { maxRuns: 10 });

  expect(report.safe).toBe(false);
  expect(String(report)).toMatch(/^Unknown: not everything was explored\..*^UNPROVED {2}unknown: Not /ms);
  expect(report.findings.at(0)).toMatchObject({
    kind: 'unknown',
    severity: 'unproved',
    summary: 'Not everything was explored: the bound of 10 runs was reached (option maxRuns).',
  });
});

test('a publisher that does something else each time is unknown', async () => {
  let calls = 0;
  const changing = () => sendOrReject(1 + (calls++ % 2));

  const report = await eb.exploreFailures(changing, { depth: 1 });

  expect(report.findings.map(({ kind }) => kind)).toContain('unknown');
});

test('failures of the test itself join the catalog', async () => {
  const options: ExploreOptions = {
    include: ['quota'],
    extend: [
      { name: 'quota', failEntry: { ErrorCode: 'Quota', ErrorMessage: 'too much' }, isRetryable: false },
    ],
  };

  const { findings, coverage } = await eb.exploreFailures(() => send(1), { ...options, depth: 1 });

  expect(coverage.depths).toEqual([{ depth: 1, explored: 2, total: 2, pruned: 0 }]);
  expect(findings[0]?.test).toContain(
    "eb.failEntry({ detail: { orderId: 'o-1' } }, { ErrorCode: 'Quota', ErrorMessage: 'too much' });",
  );
});

describe('explorations that are started together', () => {
  const state = () => [console.log, Math.random, setTimeout, Date, crypto.randomUUID];

  test.each([
    ['of one fake', () => [eb, eb]],
    ['of several', () => [eb, fakeEventBridge()]],
  ])('run one after the other: %s', async (_, fakes) => {
    const before = state();
    const reports = await Promise.all(
      fakes().map((fake) => {
        const own = fake.client();
        const publish = async () => {
          const { FailedEntryCount } = await own.send(new PutEventsCommand({ Entries: orders(1) }));
          if (FailedEntryCount !== 0) throw new Error('not published');
        };
        return fake.exploreFailures(publish, { depth: 1 });
      }),
    );

    expect(reports.map(({ safe, coverage }) => [safe, coverage.isComplete])).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(state().map((value, i) => value === before[i])).not.toContain(false);
    await sendOrReject(1);
    expect(eb.calls).toHaveLength(1);
  });
});

describe('fake timers of the test', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('are driven, and their timers stay', async () => {
    jest.useFakeTimers();
    const now = Date.now();
    const ofTest = jest.fn();
    setTimeout(ofTest, 86_400_000 * 7);

    const report = await eb.exploreFailures(() => misaligned(orders(1)), { depth: 1 });

    expect(report.findings.map(({ kind }) => kind)).toContain('wait');
    expect(Date.now()).toBe(now);
    expect(jest.getTimerCount()).toBe(1);
  });

  test('are refused where nobody can drive them', async () => {
    jest.useFakeTimers({ legacyFakeTimers: true });

    expect(await message(eb.exploreFailures(() => send(1)))).toContain(
      "Jest's legacy fake timers cannot be driven",
    );
  });
});

describe('a matcher', () => {
  test('passes for a publisher that survives', async () => {
    await expect(eb).toSurviveFailures(() => sendOrReject(1), { depth: 1 });
  });

  test('fails with the worst finding, and says how to see everything', async () => {
    const failing = expect(eb).toSurviveFailures(() => send(1), { depth: 1 });

    const text = await message(failing);
    expect(text).toContain('expect(eb).toSurviveFailures(publish)\n\nNot safe: 1 kind of finding');
    expect(text).toContain(
      '\n\nThe whole report: console.log(String(await eb.exploreFailures(publish, options)));',
    );
    expect(text.split('\n').length).toBeLessThanOrEqual(40);
  });

  test('is as short where a safe publisher should not survive', async () => {
    const failing = expect(eb).not.toSurviveFailures(() => sendOrReject(1), { depth: 1 });

    const text = await message(failing);
    expect(text).toContain(
      'expect(eb).not.toSurviveFailures(publish)\n\nSafe up to 1 failure: no event is lost unnoticed, and none is duplicated without need.\n',
    );
    expect(text.split('\n').length).toBeLessThanOrEqual(40);
  });
});

describe('wrong use', () => {
  const never = () => {
    throw new Error('no publisher is called');
  };

  test.each<[string, () => Promise<unknown>, string]>([
    ['no function', () => eb.exploreFailures(send(1) as never), 'Do not call it: each run calls it.'],
    [
      'an unknown option',
      () => eb.exploreFailures(never, { dept: 1 } as never),
      'there is no option "dept". Did you mean "depth"?',
    ],
    [
      'a depth out of range',
      () => eb.exploreFailures(never, { depth: 4 }),
      'depth must be a whole number from 1 to 3',
    ],
    [
      'an unknown failure',
      () => eb.exploreFailures(never, { include: ['late', 'slo'] }),
      'Did you mean "slow"?',
    ],
    ['nothing left', () => eb.exploreFailures(never, { include: [] }), 'leave no failure to explore'],
    [
      'a publisher that fails',
      () => eb.exploreFailures(never),
      'publish() failed in the run without failures, with Error: no publisher is called',
    ],
    [
      'a publisher that publishes nothing',
      () => eb.exploreFailures(() => {}),
      'no request reached this fake',
    ],
    [
      'a publisher that never settles',
      () => eb.exploreFailures(() => new Promise(() => {})),
      'did not settle in the run without failures',
    ],
    ['what is not a path', () => eb.replay('entry-throttled', () => send(1)), 'is not a path of a report'],
    [
      'a path that is not reached',
      () => eb.replay('7:throttled', () => send(1)),
      '7:throttled did not happen, for the run ended with request 1',
    ],
    [
      'surfaced with a string',
      () => eb.exploreFailures(() => send(1), { surfaced: () => 'x' as never }),
      'surfaced must return an array',
    ],
  ])('%s', async (_, explore, expected) => {
    expect(await message(explore())).toContain(expected);
  });

  test('faults that the test has declared', async () => {
    eb.failRequest('InternalException');

    expect(await message(eb.exploreFailures(() => send(1)))).toMatch(
      /the test has declared failRequest\("InternalException"\) \(declared at .*explore-failures.test.ts/,
    );
  });

  test('an exploration that the test did not await ends with reset()', async () => {
    const left = eb.exploreFailures(() => sendOrReject(1));
    await new Promise(setImmediate);
    eb.reset();

    expect(await message(left)).toContain('eb.reset() or eb.restore() ended the exploration');
    await eb.exploreFailures(() => sendOrReject(1), { depth: 1 });
  });

  test.each(['reset', 'restore'] as const)(
    '%s() rejects an exploration at once, before it has begun too',
    async (end) => {
      const fake = fakeEventBridge();
      const sender: EventBridgeClient = fake.client();
      let error: unknown;
      const publish = jest.fn(() => sender.send(new PutEventsCommand({ Entries: orders(1) })));
      fake.exploreFailures(publish).catch((reason) => {
        error = reason;
      });
      fake[end]();
      for (let turn = 1; turn <= 3; turn++) await Promise.resolve();

      expect(String(error)).toContain(
        'exploreFailures: eb.reset() or eb.restore() ended the exploration. Await it in the test',
      );
      await new Promise(setImmediate);
      expect(publish).not.toHaveBeenCalled();
    },
  );

  test('one that waits for another ends with reset(), too', async () => {
    const other = fakeEventBridge();
    const publish = async () => void (await other.send(new PutEventsCommand({ Entries: orders(1) })));
    const first = other.exploreFailures(publish, { depth: 1 });
    const left = eb.exploreFailures(() => sendOrReject(1));
    eb.reset();

    expect(await message(left)).toContain(
      'exploreFailures: eb.reset() or eb.restore() ended the exploration',
    );
    await first;
  });
});
