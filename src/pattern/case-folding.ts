/**
 * Whether two texts are equal but for case, character by character: AWS's engine accepts for each character of the
 * pattern its lower and its upper case, where each is a single character.
 */
export function equalsIgnoringCase(pattern: string, text: string): boolean {
  const wanted = [...pattern];
  const given = [...text];
  return wanted.length === given.length && wanted.every((char, i) => isSameLetter(char, given[i] ?? ''));
}

/** Whether a text begins with another but for case. */
export function startsWithIgnoringCase(prefix: string, text: string): boolean {
  const length = [...prefix].length;
  return equalsIgnoringCase(prefix, [...text.slice(0, 2 * length)].slice(0, length).join(''));
}

/** Whether a text ends with another but for case. */
export function endsWithIgnoringCase(suffix: string, text: string): boolean {
  const length = [...suffix].length;
  if (length === 0) return true;
  return equalsIgnoringCase(suffix, [...text.slice(-2 * length)].slice(-length).join(''));
}

function isSameLetter(pattern: string, char: string): boolean {
  // A character beyond the basic plane matches nothing here: the engine takes it for two halves.
  if (pattern.length > 1) return false;
  return pattern === char || single(pattern.toLowerCase()) === char || single(pattern.toUpperCase()) === char;
}

/** A case that takes more than one character is no case of it. */
function single(text: string): string | undefined {
  return [...text].length === 1 ? text : undefined;
}
