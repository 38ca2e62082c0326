import { escapeControls } from '../../../base/words/excerpt.js';
import type { JournalAttempt } from '../../../journal/attempt.js';
import type { EntryStatus, LogicalEvent, Sending } from '../../../journal/logical-events/logical-event.js';
import type { LogicalEvents } from '../../../journal/logical-events/logical-events.js';
import { describeEntryBriefly } from '../describe-sending.js';

/** More rows and columns than these are not shown: what a finding is about comes first. */
const MAX_ROWS = 12;
const MAX_COLUMNS = 12;

/** The story of a publisher at a glance: a row for each logical event, a column for each request. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** How many events are not shown. */
  readonly hiddenRows: number;
  /** How many requests are not shown. */
  readonly hiddenColumns: number;
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
  /** An event that is not among those that were sent has an empty row. */
  readonly events?: Iterable<LogicalEvent>;
  readonly sendings?: Iterable<Sending>;
  /** Labels of events that were never sent: each has an empty row. */
  readonly neverSent?: readonly string[];
}

/** The grid of everything that was sent. The focus has its rows and columns even where others are hidden. */
export function gridOf(logicalEvents: LogicalEvents, focus: GridFocus = {}): Grid {
  const guiltySendings = new Set(focus.sendings);
  const guilty = new Set([...(focus.events ?? []), ...[...guiltySendings].map(({ event }) => event)]);
  const { all, attempts } = logicalEvents;
  const sent = new Set(all);
  const neverSent = [
    ...[...guilty].filter((event) => !sent.has(event)).map(labelOf),
    ...(focus.neverSent ?? []),
  ];
  const guiltyRequests = new Set([...guiltySendings].map(({ attempt }) => attempt));
  const shownAttempts = firstOf(attempts, MAX_COLUMNS, (attempt) => guiltyRequests.has(attempt));
  const emptyRows = neverSent.map((label) => ({
    label: escapeControls(label).replaceAll('\n', ' '),
    isGuilty: true,
    cells: shownAttempts.map(() => undefined),
  }));
  const rows = firstOf(all, MAX_ROWS, (event) => guilty.has(event)).map((event) => ({
    label: labelOf(event),
    isGuilty: guilty.has(event),
    cells: cellsOf(event, shownAttempts, guiltySendings),
  }));
  const whole: Grid = {
    columns: shownAttempts.map(({ request, call, number }) => ({
      request,
      call: call.number,
      attempt: number,
    })),
    rows: [...rows, ...emptyRows],
    hiddenRows: all.length - rows.length,
    hiddenColumns: attempts.length - shownAttempts.length,
  };
  return withRows(whole, MAX_ROWS);
}

/** The grid with no more rows than these. Those of the finding stay. */
export function withRows(grid: Grid, max: number): Grid {
  const rows = firstOf(grid.rows, max, ({ isGuilty }) => isGuilty);
  return { ...grid, rows, hiddenRows: grid.hiddenRows + grid.rows.length - rows.length };
}

/** So many items, in their order: first those that matter, then the others. */
function firstOf<T>(items: readonly T[], max: number, matters: (item: T) => boolean): readonly T[] {
  if (items.length <= max) return items;
  const chosen = new Set<T>();
  for (const isWanted of [matters, () => true]) {
    for (const item of items) {
      if (chosen.size === max) break;
      if (isWanted(item)) chosen.add(item);
    }
  }
  return items.filter((item) => chosen.has(item));
}

function labelOf({ entry }: LogicalEvent): string {
  return describeEntryBriefly(entry.raw);
}

function cellsOf(
  event: LogicalEvent,
  attempts: readonly JournalAttempt[],
  guilty: ReadonlySet<Sending>,
): (GridCell | undefined)[] {
  const byAttempt = new Map(event.sendings.map((sending) => [sending.attempt, sending]));
  return attempts.map((attempt) => {
    const sending = byAttempt.get(attempt);
    if (sending === undefined) return undefined;
    const { status, isAnswered } = sending;
    return { status, isAnswered, isGuilty: guilty.has(sending) };
  });
}
