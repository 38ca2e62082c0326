/** Where a number has more digits than JavaScript can be sure to keep. */
const LONG_NUMBER = /[:[,\s]-?\d{16}/;
const TEXTS_AND_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * JSON in one way of writing it: keys in order, no spaces, plain numbers. Two texts are equal as JSON exactly when they
 * come out equal. What is no JSON stays as it is.
 */
export function canonicalJson(text: string): string {
  try {
    const value: unknown = JSON.parse(LONG_NUMBER.test(text) ? withLongNumbersAsTexts(text) : text);
    return isInOrder(value) ? JSON.stringify(value) : write(value);
  } catch {
    return text;
  }
}

/** Parsing would round long numbers, and make two ids of a database one. A text no publisher writes stands for each. */
function withLongNumbersAsTexts(text: string): string {
  return text.replace(TEXTS_AND_NUMBERS, (token) => (/^-?\d{16}/.test(token) ? `"\\u0000${token}"` : token));
}

/** Most publishers write every event of a kind alike, and many in order: then there is nothing to be put in order. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let last = '';
  for (const [key, item] of Object.entries(value)) {
    if (key < last || !isInOrder(item)) return false;
    last = key;
  }
  return true;
}

function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${write(item)}`).join(',')}}`;
}
