// One figure and its budget, as a row of docs/performance.md.

/** How a number of a unit is written. */
const FORMATS = {
  '×': (number) => `${number.toFixed(2)} ×`,
  times: (number) => `${number.toFixed(1)} times as long`,
  ms: (number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`,
  µs: (number) => `${number.toFixed(1)} µs`,
  s: (number) => `${number.toFixed(2)} s`,
  B: (number) => `${Math.round(number).toLocaleString('en-US')} B`,
  KB: (number) => `${Math.round(number).toLocaleString('en-US')} KB`,
  'a second': (number) => `${Number(number.toPrecision(3)).toLocaleString('en-US')} a second`,
};

/** A number with its unit, as the page shows it. */
export const format = (number, unit) => FORMATS[unit](number);

/**
 * @param bound `{ atMost }` or `{ atLeast }`; neither for a figure without a budget
 * @param beside what it is compared with, or made of
 */
export function row(what, measured, unit, { atMost, atLeast, beside = '' } = {}) {
  if (!Number.isFinite(measured)) throw new Error(`${what}: ${measured} is not a figure`);
  const bound = atMost ?? atLeast;
  return {
    what,
    measured: format(measured, unit),
    budget: bound === undefined ? '' : `${atMost === undefined ? '≥' : '≤'} ${format(bound, unit)}`,
    isMet: bound === undefined || (atMost === undefined ? measured >= atLeast : measured <= atMost),
    beside,
  };
}
