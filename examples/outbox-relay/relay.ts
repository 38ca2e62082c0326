import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import type { Outbox, Row } from './outbox';

const ENTRIES_PER_REQUEST = 10;

/** Errors that pass; a row with any other is parked, so that it does not block the ones behind it. */
const PASSING = new Set(['InternalFailure', 'ThrottlingException']);

/**
 * Publishes the rows that are pending now, ten to a request, and marks each by its own result. What failed stays pending
 * for the next run. A request that fails as a whole ends the run: its rows stay pending, the ones before it are marked.
 *
 * An event may be published more than once, for an answer can be lost on its way. Each carries the id of its row, by
 * which its consumers tell.
 */
export async function relay(outbox: Outbox, client: EventBridgeClient): Promise<void> {
  const pending = outbox.pending();
  for (let start = 0; start < pending.length; start += ENTRIES_PER_REQUEST) {
    const rows = pending.slice(start, start + ENTRIES_PER_REQUEST);
    const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: rows.map(entryOf) }));
    for (const [index, row] of rows.entries()) {
      const { EventId, ErrorCode } = results[index] ?? {};
      if (EventId !== undefined) row.eventId = EventId;
      else if (ErrorCode !== undefined && !PASSING.has(ErrorCode)) row.refusal = ErrorCode;
    }
  }
}

function entryOf({ id, type, payload }: Row): PutEventsRequestEntry {
  return { Source: 'shop.orders', DetailType: type, Detail: JSON.stringify({ ...payload, rowId: id }) };
}
