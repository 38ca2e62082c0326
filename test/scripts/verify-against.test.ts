import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { type Listening, listen } from 'fake-eventbridge/server';
import { parseArguments } from '../../scripts/verify-against/arguments';
import { redact } from '../../scripts/verify-against/redact';
import { announcement, report, summary } from '../../scripts/verify-against/report';
import { RawSender } from '../../scripts/verify-against/send-raw';
import { checks, type Finding, verify } from '../../scripts/verify-against/verify';

const eb = fakeEventBridge({ buses: ['mine'] });
const senderTo = (endpoint: string) =>
  new RawSender({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
const open: (Server | Listening)[] = [];
afterAll(() => Promise.all(open.map((server) => server.close())));

type Answer = { status: number; body: string };

/** A server that answers as the fake does, except for what is planted. */
async function serverWith(
  plant: (answer: Answer, target: string) => Answer,
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const sent = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const answer = await eb.fetch('https://events.us-east-1.amazonaws.com/', {
      method: 'POST',
      headers: sent,
      body: Buffer.concat(chunks),
    });
    const planted = plant(
      { status: answer.status, body: await answer.text() },
      String(request.headers['x-amz-target']),
    );
    const length = String(Buffer.byteLength(planted.body));
    const answered = { ...Object.fromEntries(answer.headers), 'content-length': length, ...headers };
    response.writeHead(
      planted.status,
      Object.fromEntries(Object.entries(answered).filter(([, value]) => value !== undefined)),
    );
    response.end(planted.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("against the fake's own server there is no difference", async () => {
  const server = await listen(eb);
  open.push(server);

  const findings = await verify(senderTo(server.url), 'mine');

  expect(findings.filter(({ lines }) => lines.length > 0)).toEqual([]);
  expect(summary(findings)).toBe(`${checks.length} of ${checks.length} answers are as the table says`);
  expect(
    eb.events.every(({ bus, source }) => bus === 'mine' && /^fake-eventbridge\.|^aws|^AWS/.test(source)),
  ).toBe(true);
});

describe('planted differences are found in every answer', () => {
  test.each<[string, (answer: Answer) => Answer, RegExp]>([
    [
      'another status',
      (answer) => ({ ...answer, status: answer.status + 1 }),
      /^status: expected \d+, received \d+$/m,
    ],
    ['another body', (answer) => ({ ...answer, body: `${answer.body} ` }), /^body: expected /m],
    [
      'another code and message',
      (answer) => ({ ...answer, body: '{"__type":"OtherException","message":"other"}' }),
      /^code: expected .*, received "OtherException"\nmessage: expected .*, received "other"$/m,
    ],
  ])('%s', async (_, plant, expected) => {
    const findings = await verify(senderTo(await serverWith(plant)), 'mine');

    const unnoticed = findings.filter(({ lines }) => !expected.test(lines.join('\n')));
    // Of one answer only the names of its headers are in the table.
    expect(unnoticed.every(({ exchange }) => exchange.answer.body === undefined)).toBe(true);
  });

  test.each([0, 1, 2])('and in those answers alone: every third, from number %d', async (first) => {
    let number = 0;
    const url = await serverWith((answer) =>
      number++ % 3 === first ? { ...answer, status: answer.status + 1 } : answer,
    );

    const findings = await verify(senderTo(url), 'mine');

    expect(findings.flatMap(({ lines }, index) => (lines.length > 0 ? [index] : []))).toEqual(
      findings.flatMap((_, index) => (index % 3 === first ? [index] : [])),
    );
  });

  test('an event less, an event more, and an id in another format', async () => {
    const accepted = ({ exchange }: Finding) => exchange.answer.body?.includes('"EventId"') === true;
    const changes: ((answer: Answer) => Answer)[] = [
      ({ status, body }) => ({ status, body: body.replace(/\{"EventId":"[^"]*"\},?/, '') }),
      ({ status, body }) => ({ status, body: body.replace(/(\{"EventId":"[^"]*"\})/, '$1,$1') }),
      ({ status, body }) => ({ status, body: body.replace(/"EventId":"[^"]*"/, '"EventId":"1"') }),
      ({ status, body }) => ({
        status,
        body: body.replace(/"FailedEntryCount":\d+/, '"FailedEntryCount":99'),
      }),
    ];
    for (const change of changes) {
      const findings = await verify(senderTo(await serverWith(change)), 'mine');
      const unnoticed = findings.filter((finding) => accepted(finding) && finding.lines.length === 0);
      expect(unnoticed.map(({ id }) => id)).toEqual([]);
    }
  });

  test('a header that is missing', async () => {
    const url = await serverWith((answer) => answer, { 'x-amzn-requestid': undefined });
    const findings = await verify(senderTo(url), 'mine');
    const named = findings.filter(({ exchange }) => exchange.answer.headers?.includes('x-amzn-requestid'));
    expect(named.length).toBeGreaterThan(0);
    for (const { lines } of named)
      expect(lines).toEqual(['headers: expected x-amzn-requestid, which is not there']);
  });

  test('one in a single operation, which the file for an issue describes without names and ids', async () => {
    const url = await serverWith((answer, target) =>
      target.endsWith('TestEventPattern') && answer.body === '{"Result":true}'
        ? {
            status: 400,
            body: '{"__type":"AccessDeniedException","message":"arn:aws:iam::123456789012:user/me on mine"}',
          }
        : answer,
    );

    const findings = await verify(senderTo(url), 'mine');
    const text = report(findings, 'mine', 'AWS in us-east-1', '2026-11-24');

    expect(findings.find(({ lines }) => lines.length > 0)?.id).toBe('pattern-verdict');
    expect(text).toContain('received "<arn> on <bus>"');
    expect(text).not.toMatch(/123456789012|mine/);
  });
});

test('refused credentials stop it at the first answer', async () => {
  const url = await serverWith(() => ({ status: 400, body: '{"__type":"ExpiredTokenException"}' }));

  await expect(verify(senderTo(url), 'mine')).rejects.toThrow('the credentials were refused');
});

test('says what it will send', () => {
  expect(announcement('mine', 'AWS in eu-west-1')).toMatch(
    /^\d+ requests will be sent to AWS in eu-west-1, with at most \d+ events for the bus mine\.$/m,
  );
});

test('needs a custom bus', () => {
  expect(parseArguments(['--bus', 'mine', '--region', 'eu-west-1', '--yes'])).toEqual({
    bus: 'mine',
    region: 'eu-west-1',
    yes: true,
  });
  for (const args of [[], ['--bus'], ['--bus', 'default'], ['--bus', 'a b'], ['--bus', 'mine', '--all']])
    expect(() => parseArguments(args)).toThrow(/^verify-against: .*\n\nnpm run verify-against -- --bus NAME/);
});

test('redacts accounts, ARNs, ids of requests and keys', () => {
  expect(
    redact(
      'arn:aws:events:us-east-1:123456789012:event-bus/x 123456789012 89426ab5-7b1e-50aa-3628-8c7a3fce7df6 AKIAABCDEFGHIJKLMNOP mine',
      'mine',
    ),
  ).toBe('<arn> <account> <id> <key> <bus>');
});
