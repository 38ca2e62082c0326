import { checkKeys } from '../../../base/check-keys.js';
import { wrongUse } from '../../../base/errors.js';
import { describeValue } from '../../../base/words/describe-value.js';
import type { LogicalEvents } from '../../../journal/logical-events/logical-events.js';
import { gridOf } from './grid.js';
import { gridText } from './grid-text.js';
import { wholeTimeline } from './timeline.js';

/** How the timeline is shown. */
export interface TimelineOptions {
  /** `'calls'`: call by call; `'grid'`: a table of events by requests. Default `'calls'`. */
  readonly format?: 'calls' | 'grid';
}

/**
 * The whole timeline in a format.
 * @throws {FakeEventBridgeError} for a format or an option that does not exist
 */
export function timeline(logicalEvents: LogicalEvents, options: unknown = {}): string {
  const { format = 'calls' } = checkKeys(options, ['format'], 'timeline');
  switch (format) {
    case 'calls':
      return wholeTimeline(logicalEvents);
    case 'grid':
      return gridText(gridOf(logicalEvents));
    default:
      throw wrongUse(`timeline: format must be "calls" or "grid", not ${describeValue(format)}.`);
  }
}
