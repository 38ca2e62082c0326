import type { Decision } from '../../choices/decision.js';
import type { Failure } from '../../choices/failure.js';
import type { Expectation } from '../../verdict/expectation.js';
import { judge, notRetried } from '../../verdict/judge.js';
import { hasOwnRetries } from '../../verdict/retries.js';
import type { RunFinding } from '../../verdict/run-finding.js';
import type { RunRecord } from '../running/run-record.js';
import { BestStories, type Candidate } from './best-stories.js';

/** The verdicts on all runs, of which the shortest story of each kind is kept. */
export class CollectedFindings {
  readonly #best: BestStories;
  /** What a retry would have saved: it counts if the publisher retries other failures. */
  readonly #givenUp: BestStories;
  readonly #expectation: Expectation;
  readonly #method: string;
  #hasOwnRetries = false;

  constructor(
    catalog: readonly Failure[],
    { expectation, method }: { readonly expectation: Expectation; readonly method: string },
  ) {
    this.#best = new BestStories(catalog);
    this.#givenUp = new BestStories(catalog);
    this.#expectation = expectation;
    this.#method = method;
  }

  /** Judges a run, and keeps what it shows. */
  judge(record: RunRecord, decisions: readonly Decision[]): readonly RunFinding[] {
    const findings = judge(record, this.#expectation, this.#method);
    for (const finding of findings) this.#best.offer(decisions, finding);
    for (const finding of notRetried(record, findings)) this.#givenUp.offer(decisions, finding);
    this.#hasOwnRetries ||= hasOwnRetries(record);
    return findings;
  }

  candidates(): readonly Candidate[] {
    if (this.#hasOwnRetries)
      for (const { decisions, finding } of this.#givenUp.all) this.#best.offer(decisions, finding);
    // Both have one cause, and an event that a bus has twice is the worse effect.
    if (this.#best.has('duplicated')) this.#best.remove('resent');
    return this.#best.all;
  }
}
