import { wrongUse } from '../base/errors.js';
import type { Failure } from './choices/failure.js';
import { selectCatalog } from './choices/select-catalog.js';
import { openExploration } from './exploration.js';
import type { ExploreOptions } from './explore-options.js';
import { exploreSettings } from './explore-settings.js';
import type { FailureReport } from './failure-report.js';
import type { Publish, SubjectFactory } from './publisher.js';
import { Progress } from './search/progress.js';
import type { ExploreDeps } from './search/running/world.js';
import { Search } from './search/search.js';
import { type ShownFinding, shrink } from './search/stories/shrink.js';
import { diverged } from './search/unknown.js';
import { createReport } from './story/create-report.js';
import { toFinding, unknownFinding } from './story/story.js';

/** Explores every failure of a publisher, and reports the shortest story of each kind of finding. */
export async function exploreFailures(
  deps: ExploreDeps,
  publish: Publish,
  options: ExploreOptions = {},
  method = 'exploreFailures',
): Promise<FailureReport> {
  const settings = exploreSettings(options, method);
  const catalog = selectCatalog(settings, method);
  refuseUnusedRestart(settings, catalog, method);
  const exploration = openExploration(deps, publish, settings, method);
  const progress = new Progress();
  const { world, findingContext } = exploration;
  try {
    const full = await exploration.full();
    if (settings.restart !== undefined) refuseUselessRestart(full, method);
    const search = new Search({ world, ...full, progress, method }, { ...settings, catalog });
    const { candidates, coverage, unknown } = await search.explore();
    let doubt = unknown;
    const sized = (count: number) => exploration.sizedOrNothing(count);
    const shown: ShownFinding[] = [];
    for (const candidate of candidates) {
      progress.show(`the shortest story of ${candidate.finding.kind}`);
      const shortest = await shrink(world, candidate, full, sized, method);
      if (shortest === undefined) doubt ??= diverged(candidate.decisions, 'the finding is not there again');
      else shown.push(shortest);
    }
    const findings = shown.map((each) => toFinding(each, findingContext));
    return createReport(doubt === undefined ? findings : [...findings, unknownFinding(doubt)], coverage);
  } finally {
    progress.end();
    exploration.close();
  }
}

/** Nothing else runs it. */
function refuseUnusedRestart(
  { restart }: Pick<ExploreOptions, 'restart'>,
  catalog: readonly Failure[],
  method: string,
): void {
  if (restart === undefined || catalog.some(({ effect }) => effect.level === 'process')) return;
  throw wrongUse(
    `${method}: restart was given, but include and exclude leave out "dies-before" and "dies-after", after which it runs. Explore one of them, or remove restart.`,
  );
}

/** A restart is for publishers that keep what they have to publish. */
function refuseUselessRestart({ baseline }: SubjectFactory, method: string): void {
  if (baseline.run.attempts.length > 0) return;
  throw wrongUse(
    `${method}: restart was given, but publish() sends no request at which the process could die. Pass a publish() that fills the store and publishes from it.`,
  );
}
