import { wrongUse } from '../../../base/errors.js';
import { describeValue } from '../../../base/words/describe-value.js';
import { list } from '../../../base/words/english.js';
import { didYouMean } from '../../../base/words/suggestion.js';

/** The problems that `verify()` finds, by the code that it prints beside each. */
export const PROBLEMS = [
  /** A fault was declared and did not fire as often as declared. */
  'unused-fault',
  /** A request called an operation that the fake does not support. */
  'not-faked',
  /** A client that is not connected sent a request to EventBridge. */
  'not-connected',
  /** An event went to a bus that does not exist, and was dropped. */
  'unknown-bus',
  /** EventBridge's own rules rejected an entry. */
  'invalid-entry',
  /** EventBridge's own rules refused a whole request. */
  'invalid-request',
  /** A call had not finished: it was not awaited, or is still held or delayed. */
  'unfinished-call',
  /** A detail breaks its contract, or an asynchronous schema has not checked it yet. */
  'broken-contract',
  /** The target of a rule threw. */
  'failed-target',
  /** The target of a rule had not finished: what it throws later fails no test. */
  'unfinished-target',
] as const;

/** A problem that `verify()` finds. */
export type Problem = (typeof PROBLEMS)[number];

/** The problems that a test, or a whole suite, means to have. */
export class AllowedProblems {
  readonly #always: ReadonlySet<Problem>;
  readonly #untilReset = new Set<Problem>();

  constructor(always: readonly Problem[]) {
    this.#always = new Set(always);
  }

  add(problems: readonly Problem[]): void {
    for (const problem of problems) this.#untilReset.add(problem);
  }

  has(problem: Problem): boolean {
    return this.#always.has(problem) || this.#untilReset.has(problem);
  }

  reset(): void {
    this.#untilReset.clear();
  }
}

/**
 * The problems that somebody allows.
 * @param where what they were given to, for the message
 * @throws {FakeEventBridgeError} when one does not exist
 */
export function toProblems(given: readonly unknown[], where: string): Problem[] {
  return given.map((name) => {
    const problem = PROBLEMS.find((each) => each === name);
    if (problem !== undefined) return problem;
    throw wrongUse(
      `${where}: there is no problem ${describeValue(name)}.${didYouMean(String(name), PROBLEMS)} The problems are ${list(PROBLEMS)}.`,
    );
  });
}
