import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { ENGINE } from '../base/symbols.js';
import type { Engine } from '../engine/engine.js';

/** What a door of another entry needs of a fake. */
export interface OpenEngine {
  readonly engine: Engine;
  readonly maxRequestBytes: number;
}

/**
 * The engine of a fake.
 * @throws {FakeEventBridgeError} when the value is no fake
 */
export function engineOf(value: unknown, method: string): OpenEngine {
  if (isObject(value) && ENGINE in value) return value[ENGINE] as OpenEngine;
  throw wrongUse(`${method} wants a fake, such as fakeEventBridge(), not ${describeValue(value)}.`);
}
