/** Texts up to this length are shown whole. */
const WHOLE = 160;

/** So much is shown before the place where two long texts part. */
const BEFORE = 40;

const AFTER = 80;

/** A string as it is shown: its beginning, when it is long. */
export function excerpt(text: string): string {
  return text.length <= WHOLE ? text : windowOf(text, 0);
}

/** Cuts two long texts around the place where they part, so that what differs is never what is cut. */
export function cutAround(expected: unknown, actual: unknown): readonly [unknown, unknown] {
  if (typeof expected !== 'string' || typeof actual !== 'string') return [expected, actual];
  if (Math.max(expected.length, actual.length) <= WHOLE) return [expected, actual];
  let same = 0;
  while (same < expected.length && expected[same] === actual[same]) same++;
  const from = Math.max(0, same - BEFORE);
  return [windowOf(expected, from), windowOf(actual, from)];
}

function windowOf(text: string, from: number): string {
  const part = text.slice(from, from + BEFORE + AFTER);
  const before = from > 0 ? `… (${from} characters) ` : '';
  const rest = text.length - from - part.length;
  return `${before}${part}${rest > 0 ? ` … (${rest} characters)` : ''}`;
}
