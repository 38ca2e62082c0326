import { describeValue } from '../../base/describe-value.js';
import { wrongUse } from '../../base/errors.js';
import type { LogicalEvents } from '../../journal/logical-events.js';
import { gridOf } from './grid.js';
import { gridText } from './grid-text.js';
import { wholeTimeline } from './timeline.js';

/** How the story is shown. */
export interface TimelineOptions {
  /** `'calls'` tells it call by call, `'grid'` as events by requests. Default `'calls'`. */
  readonly format?: 'calls' | 'grid';
}

/**
 * The whole story in a format.
 * @throws {FakeEventBridgeError} for a format that does not exist
 */
export function timeline(logicalEvents: LogicalEvents, { format = 'calls' }: TimelineOptions = {}): string {
  switch (format) {
    case 'calls':
      return wholeTimeline(logicalEvents);
    case 'grid':
      return gridText(gridOf(logicalEvents));
    default:
      throw wrongUse(`timeline: format must be "calls" or "grid", not ${describeValue(format)}.`);
  }
}
