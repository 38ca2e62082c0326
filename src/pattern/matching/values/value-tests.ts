import type { NumericRange, ValuePattern } from '../../language/value-pattern.js';
import { addressTest } from './address-test.js';
import { IgnoringCase } from './ignoring-case.js';
import { wildcardTest } from './wildcard-test.js';

type StringTest = (string: string) => boolean;
/**
 * @param number its value, when AWS can compare it
 * @param json how it is written; of a parsed number, as JavaScript writes it
 */
type NumberTest = (number: number | undefined, json: () => string) => boolean;
type LiteralTest = (json: string) => boolean;

/** The tests of one value pattern, by kind of value; `undefined` where it can match no value of that kind. */
export interface ValueTests {
  readonly string: StringTest | undefined;
  readonly number: NumberTest | undefined;
  readonly literal: LiteralTest | undefined;
}

/** The tests of a pattern. */
export function valueTests(pattern: ValuePattern): ValueTests {
  switch (pattern.kind) {
    case 'exact':
      return exactTests(pattern);
    case 'exists':
      return pattern.exists ? { string: always, number: always, literal: always } : NEVER;
    case 'anything-but':
      return excluding(pattern.none.map(valueTests));
    case 'numeric':
      return {
        ...NEVER,
        number: (number) => number !== undefined && isInRange(pattern.range, number),
      };
    case 'cidr': {
      const test = addressTest(pattern.block);
      return { ...NEVER, string: test.string, number: (_, json) => test.number(json()) };
    }
    default:
      return { ...NEVER, string: stringTest(pattern) };
  }
}

const NEVER: ValueTests = { string: undefined, number: undefined, literal: undefined };

function always(): boolean {
  return true;
}

function exactTests(pattern: Extract<ValuePattern, { kind: 'exact' }>): ValueTests {
  switch (pattern.type) {
    case 'string': {
      const { string, address } = pattern;
      if (address === undefined) return { ...NEVER, string: (given) => given === string };
      const test = addressTest(address);
      return {
        ...NEVER,
        string: (given) => given === string || test.string(given),
        number: (_, json) => test.number(json()),
      };
    }
    case 'number': {
      const { number, json } = pattern;
      // What AWS cannot compare is equal as it is written.
      return {
        ...NEVER,
        number: number === undefined ? (_, given) => given() === json : (given) => given === number,
      };
    }
    case 'literal':
      return { ...NEVER, literal: (json) => json === pattern.json };
  }
}

function excluding(none: readonly ValueTests[]): ValueTests {
  const strings = none.flatMap(({ string }) => string ?? []);
  const numbers = none.flatMap(({ number }) => number ?? []);
  return {
    string: (string) => !strings.some((test) => test(string)),
    number: (number, json) => !numbers.some((test) => test(number, json)),
    // It cannot exclude true, false or null.
    literal: always,
  };
}

/** What compares strings in another way than for equality. */
type StringPattern = Exclude<
  Extract<ValuePattern, { readonly string: string } | { kind: 'wildcard' }>,
  { kind: 'exact' }
>;

/** AWS's engine compares strings within their quotes, so that a prefix can name the closing one: `a"` begins `"a"`. */
function stringTest(pattern: StringPattern): StringTest {
  switch (pattern.kind) {
    case 'prefix': {
      const prefix = pattern.string;
      return (string) =>
        string.startsWith(prefix) || (prefix.length === string.length + 1 && prefix === `${string}"`);
    }
    case 'suffix': {
      const suffix = pattern.string;
      return (string) =>
        string.endsWith(suffix) || (suffix.length === string.length + 1 && suffix === `"${string}`);
    }
    case 'prefix-ignore-case': {
      const prefix = new IgnoringCase(pattern.string);
      return pattern.string.endsWith('"')
        ? (string) => prefix.endOfPrefix(`${string}"`) >= 0
        : (string) => prefix.endOfPrefix(string) >= 0;
    }
    case 'suffix-ignore-case': {
      const suffix = new IgnoringCase(pattern.string);
      return pattern.string.startsWith('"')
        ? (string) => suffix.startOfSuffix(`"${string}`) >= 0
        : (string) => suffix.startOfSuffix(string) >= 0;
    }
    case 'equals-ignore-case': {
      const same = new IgnoringCase(pattern.string);
      return (string) => same.equals(string);
    }
    case 'wildcard':
      return wildcardTest(pattern.wildcard);
  }
}

function isInRange({ bottom, isBottomOpen, top, isTopOpen }: NumericRange, number: number): boolean {
  if (isBottomOpen ? number <= bottom : number < bottom) return false;
  return isTopOpen ? number < top : number <= top;
}
