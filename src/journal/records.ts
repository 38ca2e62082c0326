import type { PutEventsAnswer, PutEventsResult } from '../service/answer.js';
import type { PutEventsEntry } from '../service/put-events-types.js';

/** An entry that EventBridge rejected. */
export interface RejectedEntry {
  readonly entry: PutEventsEntry;
  readonly errorCode: string;
  readonly errorMessage: string;
  /** Which call it was in, counted from 1. */
  readonly call: number;
  /** Which attempt of that call, counted from 1. */
  readonly attempt: number;
  /** Where in the request, counted from 0. */
  readonly index: number;
}

/** How a call or an attempt ended, as your code sees it. */
export type Outcome =
  /** 200, and every entry accepted. */
  | 'succeeded'
  /** 200, and at least one entry failed. */
  | 'failed in part'
  /** An error answered the whole request. */
  | 'failed'
  /** No answer, or none that could be read, arrived. */
  | 'unanswered'
  /** Not over yet. */
  | 'pending';

/** An error that answered a whole request. */
export interface ErrorAnswer {
  readonly code: string;
  readonly message?: string;
}

/** One `send` of the code under test: the requests that the SDK made for it. */
export interface CallRecord {
  /** Counted from 1. */
  readonly number: number;
  readonly attempts: readonly AttemptRecord[];
  /** The outcome of the last attempt so far. */
  readonly outcome: Outcome;
}

/** One request to `PutEvents`. */
export interface AttemptRecord {
  /** Which attempt of its call, counted from 1. */
  readonly number: number;
  /** Which of all requests that the fake received, counted from 1. */
  readonly request: number;
  /** The entries as they crossed the wire. */
  readonly entries: readonly PutEventsEntry[];
  readonly outcome: Outcome;
  /** The HTTP status of the answer that arrived. */
  readonly status?: number;
  /** The answer that arrived. */
  readonly answer?: PutEventsAnswer | ErrorAnswer;
  /** What EventBridge decided about each entry, whether or not the answer arrived. */
  readonly results?: readonly PutEventsResult[];
  /** Name and code of the error that the client got instead of a response. */
  readonly error?: { readonly name: string; readonly code?: string; readonly message: string };
  /** The fault that fired for the whole attempt, and the line that declared it. */
  readonly fault?: string;
  /** The wait before the next attempt, in milliseconds, that the SDK asked for after this one; 0 when there was none. */
  readonly backoff: number;
}

/** A request that no fake serves. */
export interface StrayRecord {
  /** `AWSEvents.ListRules`, as the request named it. */
  readonly operation: string;
  readonly hostname: string;
  /** The fake does not have the operation, or the client that sent the request is not connected to a fake. */
  readonly reason: 'not-faked' | 'not-connected';
}
