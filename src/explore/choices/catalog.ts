import { requestErrorOf } from '../../faults/request-errors.js';
import type { Failure } from './failure.js';
import { connection, crash, EACH, entry, garbled, NOT_RETRIED_BY_SDK, request } from './failures.js';

/** Longer than a client or a Lambda function waits for an answer. */
const SLOW_MS = 900_000;

/** Long enough for the other requests in flight to be answered first. */
const LATE_MS = 1;

const TOO_LARGE = { name: 'RequestEntityTooLargeException', status: 413 } as const;

/**
 * Every failure that is explored, the plainest first: of two stories that break a publisher alike, the one with the
 * failure further up is shown.
 */
export const CATALOG: readonly Failure[] = [
  entry('entry-throttled', 'ThrottlingException', true),
  entry('entry-failed', 'InternalFailure', true),
  entry('entry-malformed', 'MalformedDetail', false),
  entry('entry-denied', 'NotAuthorizedForSourceException', false),
  request('throttled', 'ThrottlingException', true),
  request('service-error', 'InternalException', true),
  request('access-denied', 'AccessDeniedException', false),
  request('expired-token', 'ExpiredTokenException', false),
  request('invalid', 'ValidationException', false),
  {
    name: 'too-large',
    effect: { level: 'request', what: { kind: 'error', error: requestErrorOf('failRequest', TOO_LARGE) } },
    repeats: NOT_RETRIED_BY_SDK,
    declaration: 'failRequest({ name: "RequestEntityTooLargeException", status: 413 })',
    sentence: 'request {} is answered with 413, too large',
    code: TOO_LARGE.name,
    isRetryable: false,
  },
  connection('refused', 'refuseConnection()', 'the connection of request {} is refused'),
  connection(
    'reset',
    'resetConnection()',
    'the connection of request {} breaks before EventBridge has read it',
  ),
  connection('dns', 'failDns()', 'the endpoint of request {} cannot be resolved'),
  connection('timed-out', 'timeout()', 'the connection of request {} times out'),
  {
    name: 'response-lost',
    effect: { level: 'request', what: { kind: 'lost-response' } },
    repeats: EACH,
    declaration: 'loseResponse()',
    sentence: 'EventBridge accepts request {} and its response is lost',
    isRetryable: true,
  },
  garbled('html', 'a proxy answers request {} with an HTML page'),
  garbled('cut-off', 'the response to request {} is cut off'),
  garbled('empty', 'the response to request {} is empty'),
  {
    name: 'late',
    effect: { level: 'timing', what: { kind: 'delay', milliseconds: LATE_MS } },
    repeats: ['once'],
    declaration: `delay(${LATE_MS})`,
    sentence: 'request {} is answered after the others in flight',
    needsCompany: true,
    isRetryable: true,
  },
  {
    name: 'slow',
    effect: { level: 'timing', what: { kind: 'delay', milliseconds: SLOW_MS } },
    repeats: EACH,
    declaration: `delay(${SLOW_MS})`,
    sentence: 'EventBridge accepts request {} and answers 15 minutes later',
    isRetryable: true,
  },
  crash('dies-before', 'before', 'the process dies before EventBridge accepts request {}'),
  crash('dies-after', 'after', 'the process dies after EventBridge has accepted request {}'),
];
