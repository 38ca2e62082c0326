/** A quick look before the exact one: with the mutant, the exact one decides more often, and says the same. */
export const QUICK_LOOK = 'only a quick look before the exact one';
/** The type says that the value can be absent; where it is used, it never is. */
export const NEVER_ABSENT = 'the type allows it to be absent; here it never is';
/** One step further reads nothing: `NaN` or `undefined`, which is none of what is looked for. */
export const NOTHING_THERE = 'one step further there is nothing';

/** Why mutants of a file may live, by the code that they change. */
export function inFile(file, reasons) {
  return Object.entries(reasons).map(([text, reason]) => ({ file, text, reason }));
}
