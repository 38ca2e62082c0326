import { relative } from 'node:path';

/**
 * A line of the user's code that called one of the library's functions. The engine's own description is kept, and
 * formatted when somebody reads the location. Formatting takes ten times as long, and most locations are never read.
 */
export class CallSite {
  /** Its `stack`, which the engine formats when it is read. */
  #captured: { readonly stack?: unknown } | undefined;
  #location: string | undefined;

  /** @param calledFunction the function that the user called; its own frames and those it called are left out */
  constructor(calledFunction: (...args: never[]) => unknown) {
    const captured = {};
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 1;
    Error.captureStackTrace(captured, calledFunction);
    Error.stackTraceLimit = stackTraceLimit;
    this.#captured = captured;
  }

  /** `path:line:column`, relative to the working directory, or `undefined` where the engine does not know it. */
  get location(): string | undefined {
    if (this.#captured !== undefined) {
      const { stack } = this.#captured;
      // The stack holds functions and receivers of the user's code.
      this.#captured = undefined;
      const lines = typeof stack === 'string' ? stack.split('\n') : [];
      const frame = lines.find((line) => line.startsWith('    at '));
      this.#location = frame === undefined ? undefined : locationIn(frame);
    }
    return this.#location;
  }
}

/** ` (declared at path:line:column)`, or nothing when the location is not known. */
export function declaredAt(location: string | undefined): string {
  return location === undefined ? '' : ` (declared at ${location})`;
}

function locationIn(frame: string): string {
  const inner = /\((?<inner>.*)\)$/.exec(frame)?.groups?.['inner'] ?? frame.replace(/^ *at (?:async )?/, '');
  const path = inner.startsWith('file://') ? decodeURIComponent(inner.slice('file://'.length)) : inner;
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
