import type { EntryStatus, LogicalEvent, Sending } from '../../journal/logical-event.js';
import type { LogicalEvents } from '../../journal/logical-events.js';
import { describeEntryBriefly } from './describe-sending.js';

/** More rows than this are not shown: the events that a finding is about come first. */
const MAX_ROWS = 12;

/** The story of a publisher at a glance: a row for each logical event, a column for each request. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** How many events are not shown. */
  readonly hiddenRows: number;
}

/** One request. */
export interface GridColumn {
  /** Counted from 1. */
  readonly request: number;
  readonly call: number;
  /** From 2 on the SDK has retried. */
  readonly attempt: number;
}

/** One logical event. */
export interface GridRow {
  /** `OrderPlaced {"orderId":"o-1"}`. */
  readonly label: string;
  /** Whether it is one of the events that the finding is about. */
  readonly isGuilty: boolean;
  /** The status of the event in the request of each column; `undefined` where the request did not have it. */
  readonly cells: readonly (GridCell | undefined)[];
}

/** One event in one request. */
export interface GridCell {
  readonly status: EntryStatus;
  /** Whether the client received the result. */
  readonly isAnswered: boolean;
  /** Whether the finding is about this sending. */
  readonly isGuilty: boolean;
}

/** What a finding is about. */
export interface GridFocus {
  readonly events?: Iterable<LogicalEvent>;
  readonly sendings?: Iterable<Sending>;
}

/** The grid of everything that was sent. The events of the focus have their rows even where others are hidden. */
export function gridOf(logicalEvents: LogicalEvents, { events = [], sendings = [] }: GridFocus = {}): Grid {
  const guiltySendings = new Set(sendings);
  const guilty = new Set([...events, ...[...guiltySendings].map(({ event }) => event)]);
  const { all, attempts } = logicalEvents;
  const shown = new Set([...all.filter((event) => guilty.has(event)), ...all].slice(0, MAX_ROWS));
  const rows = all
    .filter((event) => shown.has(event))
    .map((event) => {
      const byRequest = new Map(event.sendings.map((sending) => [sending.attempt.request, sending]));
      return {
        label: describeEntryBriefly(event.entry.raw),
        isGuilty: guilty.has(event),
        cells: attempts.map(({ request }) => cellOf(byRequest.get(request), guiltySendings)),
      };
    });
  const columns = attempts.map(({ request, call, number }) => ({
    request,
    call: call.number,
    attempt: number,
  }));
  return { columns, rows, hiddenRows: all.length - rows.length };
}

function cellOf(sending: Sending | undefined, guilty: ReadonlySet<Sending>): GridCell | undefined {
  if (sending === undefined) return undefined;
  const { status, isAnswered } = sending;
  return { status, isAnswered, isGuilty: guilty.has(sending) };
}
