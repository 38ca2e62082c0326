import { relative } from 'node:path';

/**
 * The line of the user's code that called one of the library's functions.
 * @param calledFunction the function of the library that the user called; its own frames and all above are left out
 * @returns `path:line:column`, relative to the working directory, or `undefined` where the engine does not tell
 */
export function callSite(calledFunction: (...args: never[]) => unknown): string | undefined {
  const holder: { stack?: string } = {};
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 3;
  Error.captureStackTrace(holder, calledFunction);
  Error.stackTraceLimit = stackTraceLimit;
  const frame = holder.stack?.split('\n').find((line) => line.startsWith('    at '));
  return frame === undefined ? undefined : placeIn(frame);
}

/** ` (declared at path:line:column)`, or nothing when the location is not known. */
export function declaredAt(place: string | undefined): string {
  return place === undefined ? '' : ` (declared at ${place})`;
}

function placeIn(frame: string): string {
  const place = /\((?<inner>.*)\)$/.exec(frame)?.groups?.['inner'] ?? frame.replace(/^ *at (?:async )?/, '');
  const path = place.startsWith('file://') ? decodeURIComponent(place.slice('file://'.length)) : place;
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
