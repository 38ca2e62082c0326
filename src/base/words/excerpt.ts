/** Strings up to this length are shown whole. */
const MAX_WHOLE = 160;

/** How much is shown before and after the first character that differs. */
const BEFORE = 40;
const AFTER = 80;

/** A string as it is shown: its beginning, when it is long. */
export function excerpt(string: string): string {
  return string.length <= MAX_WHOLE ? string : windowOf(string, 0);
}

/** Cuts two long strings around the first character that differs, so that the difference is never cut. */
export function cutAround(expected: unknown, actual: unknown): readonly [unknown, unknown] {
  if (typeof expected !== 'string' || typeof actual !== 'string') return [expected, actual];
  if (Math.max(expected.length, actual.length) <= MAX_WHOLE) return [expected, actual];
  let same = 0;
  while (same < expected.length && expected[same] === actual[same]) same++;
  const from = Math.max(0, same - BEFORE);
  return [windowOf(expected, from), windowOf(actual, from)];
}

function windowOf(string: string, from: number): string {
  const part = string.slice(from, from + BEFORE + AFTER);
  const before = from > 0 ? `… (${from} characters) ` : '';
  const rest = string.length - from - part.length;
  return `${before}${part}${rest > 0 ? ` … (${rest} characters)` : ''}`;
}

/** Control characters except the line feed, and characters that change the direction or the width of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const CONTROL = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Escapes what could change a terminal, or hide in it. Line feeds stay: they are ours. */
export function escapeControls(text: string): string {
  return text.replace(CONTROL, escapeOf);
}

/** The same for a value of the user on a line of ours. */
export function oneLine(text: string): string {
  return escapeControls(text).replaceAll('\n', '\\n');
}

function escapeOf(character: string): string {
  const short = { '\t': '\\t', '\r': '\\r' }[character];
  return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
