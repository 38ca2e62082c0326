import { formatDecimal, parseDecimal } from '../../base/json/decimal.js';

/**
 * The value of a number that AWS can compare: one that Java prints as the number that was written. Any other number is
 * compared by its characters alone, and is not allowed in `numeric` ("Cannot compare number", in AWS's rule engine).
 */
export function comparableNumber(json: string): number | undefined {
  const value = smallInteger(json) ?? Number(json);
  if (!Number.isFinite(value)) return undefined;
  // Fifteen digits always fit, and most numbers have fewer; below this size a double has fewer digits.
  if (json.length <= 15 && value !== 0 && Math.abs(value) >= SMALLEST_WITH_FIFTEEN_DIGITS) return value;
  return normalized(json) === normalized(asJavaPrints(value)) ? value : undefined;
}

/** Below it doubles have fewer digits (2^-1022, in round numbers). */
const SMALLEST_WITH_FIFTEEN_DIGITS = 1e-300;

/** Java prints two digits at least: `4.9E-324` is the smallest double there, and `5e-324` in JavaScript. */
function asJavaPrints(value: number): string {
  const shortest = String(value);
  return parseDecimal(shortest).digits.length === 1 ? value.toPrecision(2) : shortest;
}

function normalized(json: string): string {
  return formatDecimal(parseDecimal(json));
}

/** The value of up to nine digits: reading them here takes a third of the time that `Number` takes. */
function smallInteger(json: string): number | undefined {
  if (json.length > 9) return undefined;
  let value = 0;
  for (let at = 0; at < json.length; at++) {
    const digit = json.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}
