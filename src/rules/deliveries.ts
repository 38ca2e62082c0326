import { describeValue } from '../base/words/describe-value.js';
import { count } from '../base/words/english.js';
import type { EventEnvelope } from '../service/envelope.js';
import type { Rule } from './rule.js';

/** A target that failed. */
export interface FailedDelivery {
  readonly rule: string;
  readonly bus: string;
  readonly eventId: string;
  readonly error: unknown;
}

/** Events on their way to the targets of rules. */
export class Deliveries {
  // Both are replaced, not emptied: what a target of an earlier test throws late is not this test's.
  #failed: FailedDelivery[] = [];
  #underWay = new Set<Promise<void>>();

  get failed(): readonly FailedDelivery[] {
    return this.#failed;
  }

  /** Passes an event to the target of a rule, after the publisher got its response, as EventBridge does. */
  deliver(rule: Rule, event: EventEnvelope): void {
    const { name, bus, target } = rule;
    if (target === undefined) return;
    const failed = this.#failed;
    const underWay = this.#underWay;
    const delivery = Promise.resolve()
      .then(() => target(event))
      .then(
        () => {},
        (error: unknown) => {
          failed.push({ rule: name, bus, eventId: event.id, error });
        },
      )
      .finally(() => underWay.delete(delivery));
    underWay.add(delivery);
  }

  /** Waits until every target has run, also for the events that a target published. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  clear(): void {
    this.#failed = [];
    this.#underWay = new Set();
  }
}

/** What the targets threw, a line each. */
export function failedDeliveries({ failed }: Deliveries): string {
  const lines = failed.map(
    ({ rule, bus, eventId, error }) =>
      `  the target of the rule "${rule}" on ${bus}, for the event ${eventId}: ${error instanceof Error ? error.message : describeValue(error)}`,
  );
  return [`${count(failed.length, 'target has', 'targets have')} thrown:`, ...lines].join('\n');
}
