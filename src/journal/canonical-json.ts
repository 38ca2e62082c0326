/** A number with more digits than a JavaScript number can tell apart. */
const LONG_NUMBER = /[:[,\s]-?\d{16}/;

/**
 * JSON in one way of writing it: keys in order, no spaces, plain numbers. Two texts are equal as JSON exactly when they
 * come out equal. What is no JSON, or holds numbers that would lose digits, stays as it is written.
 */
export function canonicalJson(text: string): string {
  if (LONG_NUMBER.test(text)) return text;
  try {
    return write(JSON.parse(text));
  } catch {
    return text;
  }
}

function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${write(item)}`);
  // Keys differ, so that the order of the members is the order of their keys.
  return `{${members.sort().join(',')}}`;
}
