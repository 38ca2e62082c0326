import type { Journal } from '../../../journal/journal.js';

/** What was reported already, so that `verify()` reports each problem once. */
export class ReportedProblems {
  readonly #journal: Journal;
  readonly #byVerify = new WeakSet<object>();
  /** By a failed assertion, and how far the journal was then: what fails again later was not reported yet. */
  readonly #byAssertion = new WeakMap<object, number>();

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** A failed assertion names these as its cause: with that, the test fails already. */
  addFromAssertion(about: readonly object[]): void {
    for (const each of about) this.#byAssertion.set(each, this.#journal.version);
  }

  addFromVerify(about: readonly object[]): void {
    for (const each of about) this.#byVerify.add(each);
  }

  has(about: object): boolean {
    return this.#byVerify.has(about) || this.#byAssertion.get(about) === this.#journal.version;
  }
}
