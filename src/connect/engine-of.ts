import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { ENGINE } from '../base/symbols.js';
import type { Engine } from '../engine/engine.js';

/**
 * The engine of a fake.
 * @throws {FakeEventBridgeError} when the value is not a fake
 */
export function engineOf(value: unknown, method: string): Engine {
  if (isObject(value) && ENGINE in value) return value[ENGINE] as Engine;
  throw wrongUse(`${method} needs a fake, such as fakeEventBridge(), not ${describeValue(value)}.`);
}
