/** A decimal number, so that two numbers are equal exactly when all three parts are. */
export interface Decimal {
  readonly sign: '' | '-';
  /** The digits without zeros at either end; empty for zero. */
  readonly digits: string;
  /** The power of ten that the digits are multiplied by. */
  readonly exponent: number;
}

const JSON_NUMBER = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
const ZERO: Decimal = { sign: '', digits: '', exponent: 0 };

/** Parses a number as JSON writes it, whatever its size. What is not a number counts as zero. */
export function parseDecimal(json: string): Decimal {
  const [, sign, integer = '', fraction = '', exponent = '0'] = JSON_NUMBER.exec(json) ?? [];
  const significant = `${integer}${fraction}`.replace(/^0+/, '');
  // By hand: a regular expression would look at each run of zeros again from each of its zeros.
  let end = significant.length;
  while (significant[end - 1] === '0') end--;
  if (end === 0) return ZERO;
  return {
    sign: sign === '-' ? '-' : '',
    digits: significant.slice(0, end),
    exponent: Number(exponent) - fraction.length + significant.length - end,
  };
}

/** One way of writing each number. */
export function formatDecimal({ sign, digits, exponent }: Decimal): string {
  return digits === '' ? '0' : `${sign}${digits}e${exponent}`;
}
