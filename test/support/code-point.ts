import fc from 'fast-check';

const SURROGATES = { first: 0xd800, count: 0x800 };

/**
 * Any character but a lone surrogate. The unit `binary` of fast-check gives the same, and first builds a table of a million
 * characters.
 */
export const codePoint = fc
  .nat({ max: 0x10_ffff - SURROGATES.count })
  .map(toCharacter, (character) => toNumber(character));

function toCharacter(number: number): string {
  return String.fromCodePoint(number < SURROGATES.first ? number : number + SURROGATES.count);
}

/** The number that gives a character, by which fast-check knows that it can occur. */
function toNumber(character: unknown): number {
  const value = typeof character === 'string' ? (character.codePointAt(0) ?? -1) : -1;
  const number = value < SURROGATES.first ? value : value - SURROGATES.count;
  if (number < 0 || toCharacter(number) !== character) throw new Error('not a character of these');
  return number;
}
