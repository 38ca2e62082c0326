import type { EntryResult } from './put-events-types.js';

/** What `PutEvents` answers with 200. */
export interface PutEventsAnswer {
  readonly Entries: readonly PutEventsResult[];
  readonly FailedEntryCount: number;
}

/** The result of one entry: an id, or an error and no id. */
export type PutEventsResult =
  | { readonly EventId: string }
  | { readonly ErrorCode: string; readonly ErrorMessage: string };

/**
 * The answer to `PutEvents`: `Entries` first, a result for each entry in order, no null properties (observed).
 * @internal
 */
export function putEventsAnswer(results: readonly EntryResult[]): PutEventsAnswer {
  const entries = results.map(
    (result): PutEventsResult =>
      result.error === undefined
        ? { EventId: result.id }
        : { ErrorCode: result.error.code, ErrorMessage: result.error.message },
  );
  return { Entries: entries, FailedEntryCount: results.filter(({ error }) => error !== undefined).length };
}
