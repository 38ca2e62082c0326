/** An event that was written in the same transaction as the change that it reports. */
export interface Row {
  readonly id: number;
  readonly type: string;
  readonly payload: object;
  /** Set once EventBridge has accepted it: then, and only then. */
  eventId?: string;
  /** Why it can never be published. */
  refusal?: string;
}

/** The table, as far as the relay knows it. */
export class Outbox {
  readonly rows: Row[] = [];

  add(type: string, payload: object): Row {
    const row: Row = { id: this.rows.length + 1, type, payload };
    this.rows.push(row);
    return row;
  }

  /** The rows that wait to be published, the oldest first. */
  pending(limit = Number.POSITIVE_INFINITY): Row[] {
    return this.rows.filter((row) => row.eventId === undefined && row.refusal === undefined).slice(0, limit);
  }
}
