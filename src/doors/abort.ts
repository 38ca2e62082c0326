/** What the library uses of an `AbortSignal`; older SDKs bring one of their own. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  onabort?: unknown;
  addEventListener?(type: 'abort', listener: () => void, options?: { once: boolean }): void;
  removeEventListener?(type: 'abort', listener: () => void): void;
}

/**
 * The error that the SDK's Node handler throws when it is aborted.
 * @internal
 */
export function abortError({ reason }: AbortSignalLike): Error {
  const message = reason === undefined || reason instanceof Error ? 'Request aborted' : String(reason);
  const error = reason instanceof Error ? new Error(message, { cause: reason }) : new Error(message);
  error.name = 'AbortError';
  return error;
}

/**
 * Hears of an abort. @returns stops listening
 * @internal
 */
export function onAbort(signal: AbortSignalLike, listener: () => void): () => void {
  if (signal.addEventListener !== undefined) {
    signal.addEventListener('abort', listener, { once: true });
    return () => signal.removeEventListener?.('abort', listener);
  }
  const before = signal.onabort;
  signal.onabort = listener;
  return () => {
    signal.onabort = before ?? null;
  };
}
