import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { ENGINE } from '../base/symbols.js';
import { describeValue } from '../base/words/describe-value.js';
import type { Engine } from '../engine/engine.js';

/** What other entries of the package need of a fake. */
export interface OpenEngine {
  readonly engine: Engine;
  /** What `eb.restore()` runs, once. */
  readonly onRestore: Set<() => void>;
}

/**
 * The engine of a fake.
 * @throws {FakeEventBridgeError} when the value is not a fake
 */
export function engineOf(value: unknown, method: string): OpenEngine {
  if (isObject(value) && ENGINE in value) return value[ENGINE] as OpenEngine;
  throw wrongUse(`${method} needs a fake, such as fakeEventBridge(), not ${describeValue(value)}.`);
}
