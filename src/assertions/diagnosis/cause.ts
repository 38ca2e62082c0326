/**
 * Why an assertion fails, for the usual causes: a stable code, printed in brackets after the cause. `docs/causes.md`
 * explains each.
 */
export type CauseCode =
  | 'access-denied'
  | 'broken-contract'
  | 'failed-request'
  | 'failed-target'
  | 'invalid-entry'
  | 'invalid-request'
  | 'json-type'
  | 'letter-case'
  | 'lost-response'
  | 'never-sent'
  | 'no-request'
  | 'no-response'
  | 'no-rule-on-bus'
  | 'not-connected'
  | 'not-faked'
  | 'one-event-per-match'
  | 'other-bus'
  | 'property-name'
  | 'rejected-entry'
  | 'resent-before-response'
  | 'resent-whole-batch'
  | 'resent-wrong-entries'
  | 'retries-exhausted'
  | 'rule-mismatch'
  | 'same-identity'
  | 'sent-twice'
  | 'stringified-part'
  | 'stringified-twice'
  | 'time-format'
  | 'unfinished-call'
  | 'unfinished-target'
  | 'unknown-bus'
  | 'unused-fault'
  | 'whitespace'
  | 'wrong-order';

/** A cause in a sentence or two, and what to do about it. */
export interface Cause {
  readonly code: CauseCode;
  readonly text: string;
  readonly fix?: string;
  /** What it is about: the entry, the request, the fault. `verify()` need not report it again. */
  readonly about?: readonly object[];
}
