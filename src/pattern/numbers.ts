/**
 * The value of a number that AWS can compare: one that a double holds exactly as it was written. A number beyond that
 * is compared by its text alone, and cannot stand in `numeric` ("Cannot compare number", by AWS's rule engine).
 */
export function comparableNumber(text: string): number | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  // Fifteen digits always fit; most numbers have fewer.
  if (text.length <= 15 || String(value) === text) return value;
  return decimal(text) === decimal(String(value)) ? value : undefined;
}

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
