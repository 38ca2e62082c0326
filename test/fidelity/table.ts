import type { Gap, Row, Topic } from './row';
import { entries } from './rows/entries';
import { events } from './rows/events';
import { patterns } from './rows/patterns';
import { requests } from './rows/requests';
import { sizes } from './rows/sizes';
import { testEventPattern } from './rows/test-event-pattern';
import { wire } from './rows/wire';

/** Every behaviour of EventBridge that a client can observe, with its evidence, its tests and a mutant. */
export const topics: readonly Topic[] = [requests, sizes, entries, events, wire, testEventPattern, patterns];

const all = topics.flatMap(({ rows }) => rows);

export const rows: readonly Row[] = all.filter((row): row is Row => row.gap !== true);

/** What the fake does not reproduce. */
export const gaps: readonly Gap[] = all.filter((row): row is Gap => row.gap === true);
