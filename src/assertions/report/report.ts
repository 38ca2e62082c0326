import type { Difference } from '../../match/difference.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { Cause } from '../diagnosis/cause.js';
import type { Grid } from './story/grid.js';
import type { CutTimeline } from './story/timeline.js';

/** Why an assertion fails, as plain data. One renderer makes the text of it, for every runner. */
export interface Report {
  /** What was expected and what is the case, in a sentence or two. */
  readonly summary: string;
  /** Why it is so, as far as it is known. */
  readonly causes?: readonly Cause[];
  /** The match, or the matches, as they were written. */
  readonly expected?:
    | { readonly label: string; readonly value: unknown; readonly matches?: undefined }
    | { readonly label: string; readonly matches: readonly ReportedMatch[] };
  /** The events that are evidence. */
  readonly events?: ReportedEvents;
  /** Further events, for another reason than the first. */
  readonly others?: ReportedEvents;
  /** Further facts, a line or a few each. */
  readonly notes?: readonly string[];
  /** What to do next, where no cause says it. */
  readonly next?: string;
  /** The events by request, where the report is about lost, duplicated or resent events. */
  readonly grid?: Grid;
  /** What happened: calls, requests and entries. */
  readonly timeline?: CutTimeline;
}

/** One match of an array. */
export interface ReportedMatch {
  readonly written: unknown;
  /** Whether it was published, in a word or two. */
  readonly remark?: string;
  /** Whether the report is about this one. */
  readonly isFocus?: boolean;
}

/** Events of a report, in the order in which they were published. */
export interface ReportedEvents {
  readonly label: string;
  /** What has them, as a user would write it: `eb`, `eb.bus("orders")`. */
  readonly subject: string;
  readonly listed: readonly ReportedEvent[];
  /** How many there are beside the ones listed. */
  readonly more: number;
}

/** One event of a report. */
export interface ReportedEvent {
  /** Its index in the events of the subject. */
  readonly index: number;
  readonly event: SentEntry;
  /** Whether the report is about this one. */
  readonly isFocus: boolean;
  /** Where it does not match. */
  readonly differences: readonly Difference[];
}

/** Whether an assertion holds, and what to say when that is not what the test wants. */
export interface Verdict {
  readonly holds: boolean;
  /** @param negated whether the test asserts the opposite */
  report(negated: boolean): Report;
}
