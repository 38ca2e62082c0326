import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge, matchers } from 'fake-eventbridge';
import { orders } from '../../../examples/defects/failing-text';

let folder = '';
let eb: FakeEventBridge;
const send = async (count: number) => {
  const client: EventBridgeClient = eb.client();
  await client.send(new PutEventsCommand({ Entries: orders(count) }));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fake-eventbridge-'));
  process.env['FAKE_EVENTBRIDGE_REPORTS'] = join(folder, 'reports');
  eb = fakeEventBridge();
});
afterEach(() => {
  delete process.env['FAKE_EVENTBRIDGE_REPORTS'];
  rmSync(folder, { recursive: true });
});

const failure = (assert: () => void) => {
  try {
    assert();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('the assertion holds');
};
const files = () => {
  try {
    return readdirSync(join(folder, 'reports'));
  } catch {
    return [];
  }
};

describe('a failing assertion about lost, duplicated or resent events writes its grid', () => {
  beforeEach(async () => {
    eb.failEntry('any', 'ThrottlingException');
    await send(2);
    await send(2);
    await send(2);
  });

  test.each<[string, () => void]>([
    ['assertNoEventLost', () => eb.assertNoEventLost(3)],
    ['assertNoDuplicates', () => eb.assertNoDuplicates()],
    ['assertOnlyFailedEntriesResent', () => eb.assertOnlyFailedEntriesResent()],
  ])('%s', (_, assert) => {
    const text = failure(assert);

    const [file = ''] = files();
    expect(text).toContain(`\n\nThe events by request as a file: ${join(folder, 'reports', file)}`);
    expect(readFileSync(join(folder, 'reports', file), 'utf8')).toMatch(/^ {3}request +1 {3}2/);
    expect(text.split('\n').length).toBeLessThanOrEqual(40);
  });

  test('a matcher as well', () => {
    const { message } = matchers.toHaveNoDuplicates.call({}, eb);

    expect(message()).toContain('The events by request as a file: ');
    expect(files()).toHaveLength(1);
  });

  test('a matcher that is polled does not', () => {
    const { message } = matchers.toHaveNoDuplicates.call({ poll: true }, eb);

    expect(message()).not.toContain('as a file');
    expect(files()).toEqual([]);
  });

  test('once, however often the assertion is repeated', () => {
    for (let i = 0; i < 3; i++) failure(() => eb.assertNoDuplicates());

    expect(files()).toHaveLength(1);
  });

  test('not where the environment names no folder', () => {
    delete process.env['FAKE_EVENTBRIDGE_REPORTS'];

    expect(failure(() => eb.assertNoDuplicates())).not.toContain('as a file');
  });
});

test('another assertion writes nothing', async () => {
  await send(1);

  failure(() => eb.assertPublished({ detailType: 'OrderPaid' }));

  expect(files()).toEqual([]);
});

test('a folder that cannot be written does not hide the failure', async () => {
  writeFileSync(join(folder, 'reports'), 'a file');
  eb.failEntry('any', 'InternalFailure');
  await send(1);

  const text = failure(() => eb.assertNoEventLost());

  expect(text).toContain('eb.assertNoEventLost()\n\n');
  expect(text).toMatch(/The events by request as a file could not be written: Error: E(EXIST|NOTDIR)/);
});
