import { type ChoicePoint, choicesAt } from '../choices/choices-at.js';
import type { Decision } from '../choices/decision.js';
import { type Chosen, distinct, notFired } from './chosen.js';
import { type ExploredRun, pointsAfter, representativeFailures, representatives } from './classes.js';
import type { DepthCoverage } from './coverage.js';
import { refuseRealTimer } from './real-timer.js';
import { run } from './running/run.js';
import type { RunRecord } from './running/run-record.js';
import type { SearchDeps, SearchResult, SearchSettings } from './search-deps.js';
import { firstDifference, shapeOf, traceOf } from './shape.js';
import { CollectedFindings } from './stories/collected-findings.js';
import { boundReached, diverged, type Unknown } from './unknown.js';
import { refuseUnseenClient } from './unseen-client.js';

/** Explores every failure alone, and then representatives of them together, up to a depth. */
export class Search {
  readonly #deps: SearchDeps;
  readonly #settings: SearchSettings;
  readonly #findings: CollectedFindings;
  readonly #depths: DepthCoverage[] = [];
  #runs = 0;
  #unknown: Unknown | undefined;

  constructor(deps: SearchDeps, settings: SearchSettings) {
    this.#deps = deps;
    this.#settings = settings;
    this.#findings = new CollectedFindings(settings.catalog, deps);
  }

  async explore(): Promise<SearchResult> {
    const { baseline, subject } = this.#deps;
    const { catalog, depth } = this.#settings;
    const rules = { canRestart: subject.restart !== undefined };
    // What is found in runs that do not repeat could be wrong.
    if (baseline.divergence !== undefined) {
      this.#unknown = diverged([], baseline.divergence);
      return this.#result();
    }
    let parents = [this.#explored([], baseline.run, traceOf(baseline.run))];
    let failures: (decision: Decision | undefined) => boolean = () => true;
    for (let level = 1; level <= depth && this.#unknown === undefined; level++) {
      const choices = (parent: ExploredRun, points: readonly ChoicePoint[]) =>
        points
          .flatMap((point) => choicesAt(point, catalog, rules))
          .map((decision) => [...parent.decisions, decision]);
      const all = parents.reduce((sum, parent) => sum + choices(parent, parent.points).length, 0);
      const chosen = distinct(
        representatives(parents).flatMap((parent) =>
          choices(parent, parent.points)
            .filter((decisions) => failures(decisions.at(-1)))
            .map((decisions) => ({ parent, decisions })),
        ),
      );
      const children = await this.#runAll(chosen, level);
      const pruned = all - chosen.length;
      this.#depths.push({ depth: level, explored: children.length, total: chosen.length, pruned });
      if (level === 1) failures = representativeFailures(children);
      parents = children;
    }
    return this.#result();
  }

  async #runAll(chosen: readonly Chosen[], level: number): Promise<ExploredRun[]> {
    const { progress, world, subject, method } = this.#deps;
    const { maxRuns, maxTime } = this.#settings;
    const children: ExploredRun[] = [];
    for (const { parent, decisions } of chosen) {
      if (this.#runs >= maxRuns) this.#unknown = boundReached(`${maxRuns} runs`, 'maxRuns');
      else if (progress.elapsed * 1000 > maxTime) this.#unknown = boundReached(`${maxTime} ms`, 'maxTime');
      if (this.#unknown !== undefined) break;
      progress.show(`depth ${level}, run ${children.length + 1} of ${chosen.length}`);
      const record = await run(world, subject, decisions);
      this.#runs++;
      refuseUnseenClient(record, method);
      refuseRealTimer(record, method);
      const requests = decisions.at(-1)?.request ?? 1;
      const trace = traceOf(record);
      const difference = firstDifference(parent.trace.slice(0, requests), trace.slice(0, requests));
      if (difference !== undefined) {
        this.#unknown = diverged(decisions, difference);
        break;
      }
      if (record.unreached.length > 0) throw notFired(decisions);
      children.push(this.#explored(decisions, record, trace));
    }
    return children;
  }

  #explored(decisions: readonly Decision[], record: RunRecord, trace: readonly string[]): ExploredRun {
    const { hasCompany } = this.#deps.baseline;
    return {
      decisions,
      shape: shapeOf(record, this.#findings.judge(record, decisions)),
      trace,
      points: pointsAfter(decisions, record, hasCompany),
    };
  }

  #result(): SearchResult {
    const unknown = this.#unknown;
    const isComplete =
      unknown === undefined && this.#depths.every(({ explored, total }) => explored === total);
    return {
      candidates: this.#findings.candidates(),
      coverage: { runs: this.#runs, depths: this.#depths, isComplete },
      unknown,
    };
  }
}
