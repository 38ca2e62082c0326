import { declaredAt } from '../base/call-site.js';
import { isThenable } from '../base/is-thenable.js';
import { warnOfLateError } from '../base/late-error.js';
import { describeValue } from '../base/words/describe-value.js';
import { count } from '../base/words/english.js';
import type { EventEnvelope } from '../service/envelope.js';
import type { Rule } from './rule.js';

/** An event on its way to the target of a rule. */
export interface Delivery {
  readonly rule: Rule;
  readonly eventId: string;
}

/** A target that failed. */
export interface FailedDelivery extends Delivery {
  readonly error: unknown;
}

/** The deliveries of one test: what its targets throw later is its own, too. */
interface DeliveriesOfTest {
  readonly failed: FailedDelivery[];
  readonly underWay: Map<Delivery, Promise<void>>;
  /** Whether the test was meant to have targets that throw. */
  isFailureAllowed: boolean;
}

/** Events on their way to the targets of rules. */
export class Deliveries {
  #current = deliveriesOfTest();

  get failed(): readonly FailedDelivery[] {
    return this.#current.failed;
  }

  /** The targets that have not finished. */
  get underWay(): readonly Delivery[] {
    return [...this.#current.underWay.keys()];
  }

  /** Passes an event to the target of a rule, after the publisher got its response, as EventBridge does. */
  deliver(rule: Rule, event: EventEnvelope): void {
    const { target } = rule;
    if (target === undefined) return;
    const delivery = { rule, eventId: event.id };
    const ofTest = this.#current;
    const run = async () => {
      await undefined;
      try {
        const returned = target(event);
        // A target that has returned has finished now, and not a few microtasks later.
        if (isThenable(returned)) await returned;
      } catch (error) {
        this.#fail({ ...delivery, error }, ofTest);
      }
      ofTest.underWay.delete(delivery);
    };
    ofTest.underWay.set(delivery, run());
  }

  #fail(failed: FailedDelivery, ofTest: DeliveriesOfTest): void {
    ofTest.failed.push(failed);
    if (ofTest === this.#current || ofTest.isFailureAllowed) return;
    warnOfLateError(describeDelivery(failed), failed.error, 'await eb.delivered()');
  }

  /** Waits until every target has run, also for the events that a target published. */
  async settled(): Promise<void> {
    while (this.#current.underWay.size > 0) await Promise.all(this.#current.underWay.values());
  }

  /**
   * Forgets the deliveries of the test that ends.
   * @param isFailureAllowed whether its targets are meant to throw
   */
  clear(isFailureAllowed: boolean): void {
    this.#current.isFailureAllowed = isFailureAllowed;
    this.#current = deliveriesOfTest();
  }
}

function deliveriesOfTest(): DeliveriesOfTest {
  return { failed: [], underWay: new Map(), isFailureAllowed: false };
}

/** What the targets threw, a line each. */
export function failedDeliveries({ failed }: Deliveries): string {
  const lines = failed.map(
    ({ rule: { name, bus }, eventId, error }) =>
      `  the target of the rule "${name}" on ${bus}, for the event ${eventId}: ${error instanceof Error ? error.message : describeValue(error)}`,
  );
  return [`${count(failed.length, 'target has', 'targets have')} thrown:`, ...lines].join('\n');
}

/** The target, its event, and the line that declared the rule. */
export function describeDelivery({ rule: { name, bus, site }, eventId }: Delivery): string {
  return `the target of the rule "${name}" on ${bus}, for the event ${eventId}${declaredAt(site.location)}`;
}
