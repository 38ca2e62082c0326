import type { JournalAttempt } from '../attempt.js';
import type { LogicalEvent } from './logical-event.js';

const NONE: LogicalEvent[] = [];

/** The logical events of one identity. */
export class EqualEvents {
  /** The publisher may still want to resend these. */
  #open: LogicalEvent[] = NONE;
  /** The publisher knows that they were accepted, and will know it for all later requests too: these are not asked again. */
  #acknowledged: LogicalEvent[] = NONE;

  get first(): LogicalEvent | undefined {
    return this.#open[0];
  }

  add(event: LogicalEvent): void {
    if (this.#open === NONE) this.#open = [event];
    else this.#open.push(event);
  }

  /**
   * The events in the order in which an attempt may be resending them: those that failed, those that were not answered,
   * those that were accepted. Each comes once; events added meanwhile do not come.
   */
  *byPriority(attempt: JournalAttempt): IterableIterator<LogicalEvent> {
    const failed: LogicalEvent[] = [];
    const unanswered: LogicalEvent[] = [];
    const acknowledged: LogicalEvent[] = [];
    for (const event of this.#open) {
      const priority = event.resendPriority(attempt);
      if (priority === 0) failed.push(event);
      else if (priority === 1) unanswered.push(event);
      else acknowledged.push(event);
    }
    if (acknowledged.length > 0) {
      const done = new Set(acknowledged);
      this.#open = this.#open.filter((event) => !done.has(event));
      this.#acknowledged = [...this.#acknowledged, ...acknowledged];
    }
    yield* failed;
    yield* unanswered;
    const { length } = this.#acknowledged;
    const all = this.#acknowledged;
    for (let index = 0; index < length; index++) {
      const event = all[index];
      if (event !== undefined) yield event;
    }
  }
}
