import { describeValue } from '../base/words/describe-value.js';

const MAX_SHOWN = 80;

/** Long strings are cut, objects and arrays are not written out: a hostile template could fill the report with them. */
export function describeArgument(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).slice(0, 3).map(describeArgument);
    return keys.length === 0 ? 'an empty object' : `an object with ${keys.join(', ')}`;
  }
  const isLong = typeof value === 'string' && value.length > MAX_SHOWN;
  return isLong ? `${JSON.stringify(value.slice(0, MAX_SHOWN))}…` : describeValue(value);
}
