import { isThenable } from '../base/is-thenable.js';
import { PATTERN } from '../base/symbols.js';

/** A condition that decides about a value by itself: a matcher of Jest, Vitest or Sinon, a predicate, an expression. */
export interface ValueTest {
  readonly test: (value: unknown) => boolean;
  readonly description: string;
  /** What it was made of, where the description is only the name of what made it: `expect.objectContaining`. */
  readonly sample?: unknown;
  /** Where inside a value the condition does not hold, for those that can tell. */
  readonly explain?: (value: object) => readonly Mismatch[];
}

/** Where a condition does not hold. */
export interface Mismatch {
  readonly path: string;
  /** What the condition expects, in words. */
  readonly expected: string;
  /** The values there, as JSON. */
  readonly received: readonly string[];
  /** Why they do not hold. */
  readonly cause: string;
}

/**
 * The condition that a value of a match is, if it is one. Matchers are recognised by their methods, never by their class:
 * each runner, and each copy of a runner, has classes of its own.
 */
export function toValueTest(value: unknown): ValueTest | undefined {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  if (isExpression(value)) {
    const expression = value;
    return {
      // A global or sticky expression remembers where it stopped; an assertion must not depend on the one before.
      test: (actual) =>
        typeof actual === 'string' &&
        new RegExp(expression.source, expression.flags.replace(/[gy]/g, '')).test(actual),
      description: String(expression),
    };
  }
  if (typeof value === 'function') {
    return {
      test: (actual) => toBoolean(value(actual)),
      description: value.name ? `the predicate ${value.name}` : 'the predicate',
    };
  }
  return asymmetricMatcher(value) ?? sinonMatcher(value) ?? eventPattern(value);
}

/** Of any realm: a runner's sandbox has a class of its own. */
export function isExpression(value: unknown): value is RegExp {
  // Most values are plain objects of this realm: asking for their kind would take longer than all other questions.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) === Object.prototype)
    return false;
  return Object.prototype.toString.call(value) === '[object RegExp]';
}

/** `expect.any(String)` and the like, of Jest and of Vitest. */
function asymmetricMatcher(value: object): ValueTest | undefined {
  if (!('asymmetricMatch' in value) || typeof value.asymmetricMatch !== 'function') return undefined;
  const matcher = value as { asymmetricMatch(actual: unknown): unknown; toAsymmetricMatcher?(): string };
  return {
    test: (actual) => toBoolean(matcher.asymmetricMatch(actual)),
    // Read only when an assertion fails.
    get description() {
      return asWritten(value, matcher).description;
    },
    get sample() {
      return asWritten(value, matcher).sample;
    },
  };
}

/** The matchers that are written with what they contain; their names are the same in Jest and in Vitest. */
const CONTAINING = /^(?:(?:Object|Array|String)(?:Not)?Containing|String(?:Not)?Matching|Array(?:Not)?Of)$/;

/** A matcher as it is written in a test: `expect.not.stringContaining` and its sample. */
function asWritten(
  value: object,
  matcher: { toAsymmetricMatcher?(): string },
): Pick<ValueTest, 'description' | 'sample'> {
  const name = String(value);
  const sample: unknown = Reflect.get(value, 'sample');
  if (name === 'Anything') return { description: 'expect.anything()' };
  if (name === 'Any' && typeof sample === 'function') return { description: `expect.any(${sample.name})` };
  if (sample !== undefined && CONTAINING.test(name)) {
    const method = name.replace('Not', '').replace(/^./, (letter) => letter.toLowerCase());
    return { description: `expect.${name.includes('Not') ? 'not.' : ''}${method}`, sample };
  }
  return { description: matcher.toAsymmetricMatcher?.() ?? name };
}

/** `sinon.match(…)`: has `test`, `and`, `or` and a message. */
function sinonMatcher(value: object): ValueTest | undefined {
  if (!('test' in value && 'and' in value && 'or' in value && 'message' in value)) return undefined;
  const matcher = value as { test(actual: unknown): unknown; message: string };
  return {
    test: (actual) => toBoolean(matcher.test(actual)),
    description: matcher.message.startsWith('match')
      ? `sinon.${matcher.message}`
      : `sinon.match(${matcher.message})`,
  };
}

/** `pattern({…})`, of any copy of this package; inside a match it tests the value at its path. */
function eventPattern(value: object): ValueTest | undefined {
  if (!(PATTERN in value) || !('matches' in value)) return undefined;
  const matcher = value as {
    matches(actual: unknown): boolean;
    explain?(actual: object): { readonly fields: readonly Mismatch[] };
  };
  return {
    test: (actual) => matcher.matches(actual),
    get description() {
      return String(value);
    },
    explain: (actual) => matcher.explain?.(actual).fields ?? [],
  };
}

/** A condition that returns a promise would always hold. */
export class AsyncTest extends Error {}

function toBoolean(result: unknown): boolean {
  if (isThenable(result)) {
    // Nobody awaits it: a rejection must not end the process.
    Promise.resolve(result).catch(() => {});
    throw new AsyncTest();
  }
  return Boolean(result);
}
