/** What a run can reveal about a publisher. */
export type FindingKind =
  /** An event is on no bus, and the caller does not know. */
  | 'lost'
  /** The same, and only a line in a log says so. */
  | 'logged-only'
  /** An event is on a bus twice, although every response arrived. */
  | 'duplicated'
  /** An event was resent after a response had said that EventBridge accepted it. */
  | 'resent'
  /** The publisher never settled. */
  | 'hung'
  /** An error that nobody caught would have ended the process. */
  | 'crashed'
  /** An event is on a bus twice because a response was lost: EventBridge has no way to prevent it. */
  | 'unavoidable-duplicate'
  /** An event is on no bus, and the caller knows. */
  | 'surfaced'
  /** An entry or a request was resent after an error that a retry cannot help. */
  | 'retried-in-vain'
  /** A publisher that retries gave up what a retry would have saved. */
  | 'not-retried'
  /** The publisher resent an event too early or too late. */
  | 'wait'
  /** An event was sent more often than the limit. */
  | 'attempts'
  /** A bound was reached, or the publisher does not do the same twice: nothing is proved. */
  | 'unknown';

/**
 * How bad a finding is. `breaks` loses or duplicates events, and `unproved` means that not everything was explored: with
 * either, the report is not safe. `warns` wastes time or requests, `note` is for the record.
 */
export type Severity = 'breaks' | 'unproved' | 'warns' | 'note';

/** The severity of each kind, the worst kinds first. */
export const SEVERITIES: Readonly<Record<FindingKind, Severity>> = {
  lost: 'breaks',
  'logged-only': 'breaks',
  duplicated: 'breaks',
  resent: 'breaks',
  hung: 'breaks',
  crashed: 'breaks',
  unknown: 'unproved',
  'retried-in-vain': 'warns',
  'not-retried': 'warns',
  wait: 'warns',
  attempts: 'warns',
  'unavoidable-duplicate': 'note',
  surfaced: 'note',
};
