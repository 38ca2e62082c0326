import { comparePlainness } from '../../choices/choices-at.js';
import type { Decision } from '../../choices/decision.js';
import type { Failure } from '../../choices/failure.js';
import type { FindingKind } from '../../verdict/finding-kinds.js';
import type { RunFinding } from '../../verdict/run-finding.js';

/** A run that shows a finding. */
export interface Candidate {
  readonly decisions: readonly Decision[];
  readonly finding: RunFinding;
}

/** Of each kind of finding the shortest story: the fewest failures, then the plainest, then the earliest. */
export class BestStories {
  readonly #catalog: readonly Failure[];
  readonly #best = new Map<FindingKind, Candidate>();

  constructor(catalog: readonly Failure[]) {
    this.#catalog = catalog;
  }

  get all(): readonly Candidate[] {
    return [...this.#best.values()];
  }

  offer(decisions: readonly Decision[], finding: RunFinding): void {
    const best = this.#best.get(finding.kind);
    if (best === undefined || this.#compare(decisions, best.decisions) < 0)
      this.#best.set(finding.kind, { decisions, finding });
  }

  remove(kind: FindingKind): void {
    this.#best.delete(kind);
  }

  has(kind: FindingKind): boolean {
    return this.#best.has(kind);
  }

  #compare(a: readonly Decision[], b: readonly Decision[]): number {
    if (a.length !== b.length) return a.length - b.length;
    for (const [index, decision] of a.entries()) {
      const other = b[index];
      const order = other === undefined ? 0 : comparePlainness(decision, other, this.#catalog);
      if (order !== 0) return order;
    }
    return 0;
  }
}
