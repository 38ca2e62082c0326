/**
 * Skips the timer that the SDK is about to set, so that its sleep passes at once, under faked timers too.
 *
 * Call it where the SDK sets its timer before anything else can run: in the same synchronous step. `setTimeout` is
 * replaced until that call, so no timer of other code is ever skipped. Should the SDK set none, the next microtask puts
 * `setTimeout` back.
 * @param milliseconds how long the SDK sleeps, where it is known: timers of another length are set as usual
 */
export function skipSleep(milliseconds?: number): void {
  const original = Object.getOwnPropertyDescriptor(globalThis, 'setTimeout');
  if (original === undefined) return;
  const realSetTimeout = globalThis.setTimeout;
  const putBack = () => {
    if (globalThis.setTimeout === skippingSetTimeout)
      Object.defineProperty(globalThis, 'setTimeout', original);
  };
  function skippingSetTimeout(callback: () => void, delay?: number, ...args: unknown[]): unknown {
    if (milliseconds !== undefined && milliseconds !== delay)
      return Reflect.apply(realSetTimeout, globalThis, [callback, delay, ...args]);
    putBack();
    // A promise, not queueMicrotask: Jest's and Vitest's fake timers can replace that one.
    Promise.resolve().then(() => callback());
    return undefined;
  }
  Object.defineProperty(globalThis, 'setTimeout', { ...original, value: skippingSetTimeout });
  Promise.resolve().then(putBack);
}
