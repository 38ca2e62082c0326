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

/** A place where a condition does not hold. */
export interface Mismatch {
  readonly path: string;
  /** What the condition asks for, in words. */
  readonly asked: string;
  /** What is there, as JSON. */
  readonly had: readonly string[];
  /** Why that is not what is asked for. */
  readonly cause: string;
}

/**
 * Takes a value of a match for a condition when it is one. Matchers are told by what they can do, never by their
 * class: each runner, and each copy of a runner, has classes of its own.
 */
export function toValueTest(value: unknown): ValueTest | undefined {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  if (isExpression(value)) {
    const expression = value;
    return {
      // A global or sticky expression remembers where it stopped; a claim must not depend on what was asked before.
      test: (actual) =>
        typeof actual === 'string' &&
        new RegExp(expression.source, expression.flags.replace(/[gy]/g, '')).test(actual),
      description: String(expression),
    };
  }
  if (typeof value === 'function') {
    return {
      test: (actual) => judged(value(actual)),
      description: value.name ? `the predicate ${value.name}` : 'the predicate',
    };
  }
  return asymmetricMatcher(value) ?? sinonMatcher(value) ?? eventPattern(value);
}

/** Of any realm: a runner's sandbox has a class of its own. */
export function isExpression(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === '[object RegExp]';
}

/** `expect.any(String)` and the like, of Jest and of Vitest. */
function asymmetricMatcher(value: object): ValueTest | undefined {
  if (!('asymmetricMatch' in value) || typeof value.asymmetricMatch !== 'function') return undefined;
  const matcher = value as { asymmetricMatch(actual: unknown): unknown; toAsymmetricMatcher?(): string };
  return {
    test: (actual) => judged(matcher.asymmetricMatch(actual)),
    // Asked for when a claim fails; the test, for every event.
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

/** A matcher as it stands in a test, as far as it tells: `expect.not.stringContaining` and its sample. */
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
    test: (actual) => judged(matcher.test(actual)),
    description: matcher.message.startsWith('match')
      ? `sinon.${matcher.message}`
      : `sinon.match(${matcher.message})`,
  };
}

/** `pattern({…})`, of any copy of this package; inside a match it judges the value it stands for. */
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

/** A condition that answers with a promise would always hold: that is a mistake, not an answer. */
export class AsyncTest extends Error {}

function judged(answer: unknown): boolean {
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'then' in answer &&
    typeof answer.then === 'function'
  ) {
    // Nobody waits for it: a rejection must not end the process.
    Promise.resolve(answer).catch(() => {});
    throw new AsyncTest();
  }
  return Boolean(answer);
}
