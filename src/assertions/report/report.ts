import type { Difference } from '../../match/difference.js';
import type { SentEntry } from '../../service/sent-entry.js';

/** Why a claim does not hold, as plain data. One renderer makes the text of it, for every runner. */
export interface Report {
  /** What was claimed and what is the case, in a sentence or two. */
  readonly summary: string;
  /** What was asked for, as it was written: one match, or a list of them. */
  readonly expected?:
    | { readonly label: string; readonly value: unknown; readonly matches?: undefined }
    | { readonly label: string; readonly matches: readonly ReportedMatch[] };
  /** Events that tell something about it. */
  readonly events?: ReportedEvents;
  /** Further events, that tell why there are no more of the first. */
  readonly others?: ReportedEvents;
  /** Further facts, a line or a few each. */
  readonly notes?: readonly string[];
  /** What to do next. */
  readonly next?: string;
  /** What happened, as the last word. */
  readonly timeline?: string;
}

/** One match of a list. */
export interface ReportedMatch {
  readonly written: unknown;
  /** What became of it, in a word or two. */
  readonly remark?: string;
  /** Whether the report is about this one above all. */
  readonly isMeant?: boolean;
}

/** Events of a report, in the order in which they were published. */
export interface ReportedEvents {
  readonly label: string;
  readonly shown: readonly ReportedEvent[];
  /** How many there are beside the ones shown. */
  readonly more: number;
}

/** One event of a report. */
export interface ReportedEvent {
  /** Which of all published events it is, counted from 1. */
  readonly number: number;
  readonly event: SentEntry;
  /** Whether the report is about this one above all. */
  readonly isMeant: boolean;
  /** Where it is not what was asked for. */
  readonly differences: readonly Difference[];
}

/** Whether a claim holds, and what to say when that is not what the test wanted. */
export interface Verdict {
  readonly holds: boolean;
  /** @param negated whether the test claimed the opposite */
  report(negated: boolean): Report;
}
