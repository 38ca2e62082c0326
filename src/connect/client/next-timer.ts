/** What to do about a timer that the SDK sets to wait for its next attempt. */
export interface TimerWatch {
  /** Hears how long the SDK meant to wait, in milliseconds. */
  readonly noted: (milliseconds: number) => void;
  /** Whether the timer is let through, or fires at once. */
  readonly skip: boolean;
  /** Tells the SDK's timer from others, where its length is known beforehand. */
  readonly milliseconds?: number;
}

let watch: TimerWatch | undefined;

/**
 * Watches for the timer that is set next, if it is set before the synchronous code now running has ended.
 *
 * Newer SDKs sleep inside their retry strategy, older ones in the middleware, always with the global `setTimeout`
 * directly after asking something of us. Only for that moment `setTimeout` is another; it is never another while
 * code of the user's, or a timer of a fake clock's, runs. A skipped wait sets no timer at all, so that it passes
 * under faked timers too.
 */
export function watchNextTimer(next: TimerWatch): void {
  const isWatching = watch !== undefined;
  watch = next;
  if (isWatching) return;
  const original = Object.getOwnPropertyDescriptor(globalThis, 'setTimeout');
  if (original === undefined) return;
  const realSetTimeout = globalThis.setTimeout;
  const stopWatching = () => {
    watch = undefined;
    if (globalThis.setTimeout === watchfulSetTimeout)
      Object.defineProperty(globalThis, 'setTimeout', original);
  };
  function watchfulSetTimeout(
    callback: (...args: unknown[]) => void,
    milliseconds = 0,
    ...args: unknown[]
  ): unknown {
    const current = watch;
    const isOther = current?.milliseconds !== undefined && current.milliseconds !== milliseconds;
    if (current === undefined || isOther) return realSetTimeout(callback, milliseconds, ...args);
    stopWatching();
    current.noted(milliseconds);
    if (!current.skip) return realSetTimeout(callback, milliseconds, ...args);
    // A promise, not queueMicrotask: Jest's and Vitest's fake timers can hold that back.
    Promise.resolve().then(() => callback(...args));
    return undefined;
  }
  Object.defineProperty(globalThis, 'setTimeout', { ...original, value: watchfulSetTimeout });
  Promise.resolve().then(stopWatching);
}
