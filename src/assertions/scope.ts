import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { describeValue } from '../base/words/describe-value.js';
import { GrowingFilter } from '../journal/growing-filter.js';
import { checkBus } from '../service/check-bus.js';
import { isOnBus } from '../service/event-bus.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { AssertionContext } from './context.js';

/**
 * Limits assertions to one bus.
 * @param bus its name or ARN
 * @throws {FakeEventBridgeError} when the bus does not exist
 */
export function scopedTo(
  context: AssertionContext,
  bus: unknown,
): AssertionContext & { readonly scope: string } {
  if (typeof bus !== 'string' || bus === '') {
    throw wrongUse(`bus: pass the name or the ARN of a bus, such as "orders", not ${describeValue(bus)}.`);
  }
  const { buses, journal } = context;
  checkBus(bus, 'bus', buses);
  const onBus = new GrowingFilter<SentEntry>((event) => isOnBus(event, bus));
  return {
    ...context,
    scope: bus,
    subject: `eb.bus(${JSON.stringify(bus)})`,
    scopeText: ` on the bus ${bus}`,
    events: () => onBus.of(journal.events),
    compileMatch: (match, method) => {
      if (isObject(match) && Object.hasOwn(match, 'bus')) {
        throw wrongUse(
          `${method}: this assertion is already limited to the bus "${bus}". Remove "bus" from the match.`,
        );
      }
      return context.compileMatch(match, method);
    },
  };
}
