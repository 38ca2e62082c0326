import { type ChoicePoint, choicesAt } from '../choices/choices-at.js';
import { type Decision, formatPath } from '../choices/decision.js';
import type { Failure } from '../choices/failure.js';
import type { Expectation } from '../verdict/expectation.js';
import { judge, notRetried } from '../verdict/judge.js';
import { hasOwnRetries } from '../verdict/retries.js';
import type { RunFinding } from '../verdict/run-finding.js';
import type { Baseline } from './baseline.js';
import { BestStories, type Candidate } from './best-stories.js';
import { type ExploredRun, pointsAfter, representativeFailures, representatives } from './classes.js';
import type { Coverage, DepthCoverage } from './coverage.js';
import type { Progress } from './progress.js';
import { run, type Subject } from './run.js';
import type { RunRecord } from './run-record.js';
import { firstDifference, shapeOf, traceOf } from './shape.js';
import type { World } from './world.js';

/** How far a search goes. */
export interface SearchSettings {
  readonly catalogue: readonly Failure[];
  readonly depth: number;
  readonly maxRuns: number;
  /** In milliseconds of real time. */
  readonly maxTime: number;
}

/** What a search has found. */
export interface SearchResult {
  readonly candidates: readonly Candidate[];
  readonly coverage: Coverage;
  /** Why nothing is proved, if so. */
  readonly unknown: string | undefined;
}

/** What a search works with. */
export interface SearchDeps {
  readonly world: World;
  readonly subject: Subject;
  readonly expectation: Expectation;
  readonly baseline: Baseline;
  readonly progress: Progress;
  readonly method: string;
}

/** Explores every failure alone, and then representatives of them together, up to a depth. */
export class Search {
  readonly #deps: SearchDeps;
  readonly #settings: SearchSettings;
  readonly #best: BestStories;
  readonly #givenUp: BestStories;
  readonly #depths: DepthCoverage[] = [];
  #runs = 0;
  #hasOwnRetries = false;
  #unknown: string | undefined;

  constructor(deps: SearchDeps, settings: SearchSettings) {
    this.#deps = deps;
    this.#settings = settings;
    this.#best = new BestStories(settings.catalogue);
    this.#givenUp = new BestStories(settings.catalogue);
  }

  async explore(): Promise<SearchResult> {
    const { baseline, subject } = this.#deps;
    const { catalogue, depth } = this.#settings;
    const rules = { canRestart: subject.restart !== undefined };
    let parents = [this.#explored([], baseline.run, this.#judge(baseline.run, []))];
    let failures: (decision: Decision | undefined) => boolean = () => true;
    for (let level = 1; level <= depth && this.#unknown === undefined; level++) {
      const choices = (parent: ExploredRun, points: readonly ChoicePoint[]) =>
        points
          .flatMap((point) => choicesAt(point, catalogue, rules))
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
    const { progress, world, subject } = this.#deps;
    const { maxRuns, maxTime } = this.#settings;
    const children: ExploredRun[] = [];
    for (const { parent, decisions } of chosen) {
      if (this.#runs >= maxRuns) this.#unknown = `the bound of ${maxRuns} runs was reached (option maxRuns)`;
      else if (progress.elapsed * 1000 > maxTime)
        this.#unknown = `the bound of ${maxTime} ms was reached (option maxTime)`;
      if (this.#unknown !== undefined) break;
      progress.show(`depth ${level}, run ${children.length + 1} of ${chosen.length}`);
      const record = await run(world, subject, decisions);
      this.#runs++;
      const requests = decisions.at(-1)?.request ?? 1;
      const difference = firstDifference(parent.trace.slice(0, requests), traceOf(record, requests));
      if (difference !== undefined) {
        this.#unknown = `publish() does not do the same each time, at ${formatPath(decisions)}: ${difference}`;
        break;
      }
      if (record.unreached.length > 0) throw notFired(decisions);
      children.push(this.#explored(decisions, record, this.#judge(record, decisions)));
    }
    return children;
  }

  #judge(record: RunRecord, decisions: readonly Decision[]): readonly RunFinding[] {
    const { expectation, method } = this.#deps;
    const findings = judge(record, expectation, method);
    for (const finding of findings) this.#best.offer(decisions, finding);
    for (const finding of notRetried(record, findings)) this.#givenUp.offer(decisions, finding);
    this.#hasOwnRetries ||= hasOwnRetries(record);
    return findings;
  }

  #explored(decisions: readonly Decision[], record: RunRecord, findings: readonly RunFinding[]): ExploredRun {
    const { hasCompany } = this.#deps.baseline;
    return {
      decisions,
      shape: shapeOf(record, findings),
      trace: traceOf(record),
      points: pointsAfter(decisions, record, hasCompany),
    };
  }

  #result(): SearchResult {
    const { baseline } = this.#deps;
    if (this.#hasOwnRetries)
      for (const { decisions, finding } of this.#givenUp.all) this.#best.offer(decisions, finding);
    // Both have one cause, and an event that a bus has twice is the worse effect.
    if (this.#best.has('duplicated')) this.#best.remove('resent');
    const unknown = baseline.divergence ?? this.#unknown;
    const isComplete =
      unknown === undefined && this.#depths.every(({ explored, total }) => explored === total);
    return {
      candidates: this.#best.all,
      coverage: { runs: this.#runs, depths: this.#depths, isComplete },
      unknown,
    };
  }
}

interface Chosen {
  readonly parent: ExploredRun;
  readonly decisions: readonly Decision[];
}

/** Two failures of one request are the same in either order. */
function distinct(chosen: readonly Chosen[]): Chosen[] {
  const keys = new Set<string>();
  return chosen.filter(({ decisions }) => {
    const key = decisions
      .map((decision) => formatPath([decision]))
      .sort()
      .join();
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

function notFired(decisions: readonly Decision[]): Error {
  return new Error(
    `exploreFailures scheduled ${formatPath(decisions)}, and it did not happen. This is a defect of fake-eventbridge: please report it with your publisher.`,
  );
}
