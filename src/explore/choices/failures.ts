import { type EntryErrorCode, entryErrorOf } from '../../faults/entry-errors.js';
import { type RequestErrorName, requestErrorOf } from '../../faults/request-errors.js';
import type { Failure, Repeat } from './failure.js';

/** How often failures are explored that the SDK retries. */
export const EACH: readonly Repeat[] = ['once', 'call', 'always'];
/** How often those are that it does not. */
export const NOT_RETRIED_BY_SDK: readonly Repeat[] = ['once', 'always'];

/** An entry of a request fails. */
export function entry(name: string, code: EntryErrorCode, isRetryable: boolean): Failure {
  return {
    name,
    effect: { level: 'entry', error: entryErrorOf(code, undefined) },
    repeats: NOT_RETRIED_BY_SDK,
    declaration: `"${code}"`,
    sentence: `request {} is answered with ${code}`,
    code,
    isRetryable,
  };
}

/** EventBridge rejects a whole request. */
export function request(name: string, code: RequestErrorName, isRetryable: boolean): Failure {
  return {
    name,
    effect: { level: 'request', what: { kind: 'error', error: requestErrorOf('failRequest', code) } },
    repeats: isRetryable ? EACH : NOT_RETRIED_BY_SDK,
    declaration: `failRequest("${code}")`,
    sentence: `request {} is answered with ${code}`,
    code,
    isRetryable,
  };
}

/** A request never reaches EventBridge. */
export function connection(
  fault: 'refused' | 'reset' | 'dns' | 'timed-out',
  declaration: string,
  sentence: string,
): Failure {
  const effect = { level: 'request', what: { kind: 'connection', fault } } as const;
  return { name: fault, effect, repeats: EACH, declaration, sentence, isRetryable: true };
}

/** What arrives is not the response. */
export function garbled(how: 'html' | 'cut-off' | 'empty', sentence: string): Failure {
  return {
    name: `garbled-${how}`,
    effect: { level: 'request', what: { kind: 'garbled-response', how } },
    repeats: EACH,
    declaration: how === 'html' ? 'garbleResponse()' : `garbleResponse("${how}")`,
    sentence,
    isRetryable: true,
  };
}

/** The process ends. */
export function crash(name: string, dies: 'before' | 'after', sentence: string): Failure {
  return {
    name,
    effect: { level: 'process', dies },
    repeats: ['once'],
    declaration: '',
    sentence,
    isRetryable: true,
  };
}
