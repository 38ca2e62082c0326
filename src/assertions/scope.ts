import { describeValue } from '../base/describe-value.js';
import { list } from '../base/english.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { didYouMean } from '../base/suggestion.js';
import type { AssertionContext } from './context.js';

/**
 * Limits claims to one bus.
 * @param bus its name or ARN
 * @throws {FakeEventBridgeError} when there is no such bus
 */
export function scopedTo(
  context: AssertionContext,
  bus: unknown,
): AssertionContext & { readonly scope: string } {
  if (typeof bus !== 'string' || bus === '') {
    throw wrongUse(`bus: give the name or the ARN of a bus, such as "orders", not ${describeValue(bus)}.`);
  }
  const scope = context.busName(bus);
  const known = ['default', ...(context.buses ?? [])];
  if (context.buses !== undefined && !known.includes(scope)) {
    throw wrongUse(
      `bus: there is no bus "${bus}".${didYouMean(bus, known)} fakeEventBridge({ buses }) names ${list(known)}.`,
    );
  }
  return {
    ...context,
    scope,
    compileMatch: (match, method) => {
      if (isObject(match) && Object.hasOwn(match, 'bus')) {
        throw wrongUse(
          `${method}: the claim is about the bus "${scope}" already; leave "bus" out of the match.`,
        );
      }
      return context.compileMatch(match, method);
    },
  };
}
