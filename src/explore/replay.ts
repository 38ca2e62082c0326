import { wrongUse } from '../base/errors.js';
import { count } from '../base/words/english.js';
import { formatPath, parsePath } from './choices/decision.js';
import { selectCatalog } from './choices/select-catalog.js';
import { openExploration } from './exploration.js';
import type { ExploreOptions } from './explore-options.js';
import { exploreSettings } from './explore-settings.js';
import type { FailureReport } from './failure-report.js';
import type { Publish } from './publisher.js';
import { refuseRealTimer } from './search/real-timer.js';
import { run } from './search/running/run.js';
import type { ExploreDeps } from './search/running/world.js';
import { show } from './search/stories/shrink.js';
import { refuseUnseenClient } from './search/unseen-client.js';
import { createReport } from './story/create-report.js';
import { toFinding } from './story/story.js';
import { judge, notRetried } from './verdict/judge.js';

/** Runs one story again, and reports what it shows. */
export async function replay(
  deps: ExploreDeps,
  path: string,
  publish: Publish,
  options: ExploreOptions = {},
): Promise<FailureReport> {
  const settings = exploreSettings(options, 'replay');
  const { decisions, events } = parsePath(path, selectCatalog(settings, 'replay'));
  const exploration = openExploration(deps, publish, settings, 'replay');
  try {
    if (events !== undefined && !exploration.takesNumber) {
      throw wrongUse(
        `replay: the path says ${count(events, 'event')}, but publish does not take a number. Pass the function that exploreFailures was given, such as (count) => publishOrders(orders(count)).`,
      );
    }
    const sized =
      events === undefined ? await exploration.full() : { ...(await exploration.sized(events)), events };
    const record = await run(exploration.world, sized.subject, decisions);
    refuseUnseenClient(record, 'replay');
    refuseRealTimer(record, 'replay');
    if (record.unreached.length > 0) {
      throw wrongUse(
        `replay: ${formatPath(record.unreached)} did not happen, for the run ended with request ${record.attempts.length}. Has the publisher changed since the report was made?`,
      );
    }
    const findings = judge(record, sized.expectation, 'replay');
    // What is lost was not retried either: one story of it is enough.
    const isLost = findings.some(({ kind }) => kind === 'lost' || kind === 'logged-only');
    const kinds = [...findings, ...(isLost ? [] : notRetried(record, findings))].map(({ kind }) => kind);
    const shown = [];
    for (const kind of new Set(kinds)) {
      const found = await show(exploration.world, decisions, kind, sized, 'replay');
      if (found !== undefined)
        shown.push(toFinding({ ...found, events: sized.events }, exploration.findingContext));
    }
    return createReport(shown, { runs: 1, depths: [], isComplete: true });
  } finally {
    exploration.close();
  }
}
