import { LAST_EXPLORATION } from '../base/symbols.js';

/**
 * Waits for the explorations that were started before. An exploration has the clock, the console and the randomness of the
 * process for itself, whichever fake it is of.
 */
export function inTurn<T>(explore: () => Promise<T>): Promise<T> {
  const last: Promise<unknown> = Reflect.get(globalThis, LAST_EXPLORATION) ?? Promise.resolve();
  const report = last.then(explore);
  const isOver = () => {
    if (Reflect.get(globalThis, LAST_EXPLORATION) === end)
      Reflect.deleteProperty(globalThis, LAST_EXPLORATION);
  };
  const end: Promise<void> = report.then(isOver, isOver);
  Reflect.set(globalThis, LAST_EXPLORATION, end);
  return report;
}
