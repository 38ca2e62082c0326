/** What the library uses of an `AbortSignal`; older SDKs bring one of their own. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  onabort?: unknown;
  addEventListener?(type: 'abort', listener: () => void, options?: { once: boolean }): void;
  removeEventListener?(type: 'abort', listener: () => void): void;
}

/**
 * The error that the SDK's Node handler throws when it is aborted. A reason that is not an error is its message.
 * @internal
 */
export function abortError({ reason }: AbortSignalLike): Error {
  const isMessage = Boolean(reason) && !(reason instanceof Error);
  const error = new Error(isMessage ? String(reason) : 'Request aborted');
  error.name = 'AbortError';
  if (reason instanceof Error) error.cause = reason;
  return error;
}

/**
 * Listens for an abort. @returns a function that stops listening
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
