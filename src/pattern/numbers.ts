/**
 * The value of a number that AWS can compare: one that a double holds exactly as it was written. A number beyond that
 * is compared by its text alone, and cannot stand in `numeric` ("Cannot compare number", by AWS's rule engine).
 */
export function comparableNumber(text: string): number | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  // Fifteen digits always fit, and most numbers have fewer; with an exponent a few of them can still be too small.
  if (text.length <= 15 && value !== 0 && Math.abs(value) >= SMALLEST_WITH_FIFTEEN_DIGITS) return value;
  if (String(value) === text) return value;
  return decimal(text) === decimal(String(value)) ? value : undefined;
}

/** Below it doubles have fewer digits (2^-1022, in round numbers). */
const SMALLEST_WITH_FIFTEEN_DIGITS = 1e-300;

const NUMBER = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** A number in one form for each value: sign, digits without zeros at the ends, exponent. */
function decimal(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const scale = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign}${significant}e${scale}`;
}
