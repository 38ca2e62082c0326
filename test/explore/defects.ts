import type { ExploreOptions, FindingKind, Severity } from 'fake-eventbridge';
import * as backoffOfZero from '../../examples/defects/backoff-of-zero';
import * as backoffOfZeroFixed from '../../examples/defects/backoff-of-zero.fixed';
import { orders } from '../../examples/defects/failing-text';
import * as impatientTimeout from '../../examples/defects/impatient-timeout';
import * as impatientTimeoutFixed from '../../examples/defects/impatient-timeout.fixed';
import * as invertedClassification from '../../examples/defects/inverted-classification';
import * as invertedClassificationFixed from '../../examples/defects/inverted-classification.fixed';
import * as misalignedResults from '../../examples/defects/misaligned-results';
import * as misalignedResultsFixed from '../../examples/defects/misaligned-results.fixed';
import * as outbox from '../../examples/defects/outbox-marks-all-done';
import * as outboxFixed from '../../examples/defects/outbox-marks-all-done.fixed';
import * as retriesTheHopeless from '../../examples/defects/retries-the-hopeless';
import * as retriesTheHopelessFixed from '../../examples/defects/retries-the-hopeless.fixed';
import * as retryInsideTry from '../../examples/defects/retry-inside-try';
import * as retryInsideTryFixed from '../../examples/defects/retry-inside-try.fixed';
import * as sizeInCharacters from '../../examples/defects/size-in-characters';
import * as sizeInCharactersFixed from '../../examples/defects/size-in-characters.fixed';
import * as throwHidesChunks from '../../examples/defects/throw-hides-chunks';
import * as throwHidesChunksFixed from '../../examples/defects/throw-hides-chunks.fixed';
import * as timeAsText from '../../examples/defects/time-as-text';
import * as timeAsTextFixed from '../../examples/defects/time-as-text.fixed';

/** A defect of `examples/defects/`, its fixed version, and the finding that it is known by. */
export interface Defect {
  readonly file: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** Path of its shortest story. */
  readonly path: string;
  readonly options?: ExploreOptions;
  publish(events: number, version: 'defect' | 'fixed'): Promise<unknown>;
  /** Runs again over the same store after the process has died. */
  restart?(version: 'defect' | 'fixed'): Promise<unknown>;
}

/** The options with which a defect, or its fixed version, is explored. */
export function optionsOf({ options, restart }: Defect, version: 'defect' | 'fixed'): ExploreOptions {
  return { ...options, ...(restart !== undefined && { restart: () => restart(version) }) };
}

type Publisher = { publish(entries: ReturnType<typeof orders>): Promise<unknown> };

const simple = (defect: Publisher, fixed: Publisher) => (events: number, version: 'defect' | 'fixed') =>
  (version === 'defect' ? defect : fixed).publish(orders(events));

/** Written once, and not in each of hundreds of runs. */
const LARGE = orders(3).map((entry, i) => ({
  ...entry,
  Detail: JSON.stringify({ orderId: `o-${i + 1}`, name: (i % 2 === 0 ? 'ü' : 'é').repeat(400_000) }),
}));

const stored = (events: number) =>
  JSON.stringify(
    Array.from({ length: events }, (_, i) => ({ orderId: `o-${i + 1}`, placedAt: '2026-01-02T03:04:05Z' })),
  );

let rows: outbox.Row[] = [];
const newRows = (events: number) => {
  rows = Array.from({ length: events }, (_, i) => ({ orderId: `o-${i + 1}`, done: false }));
  return rows;
};
/** The rows that the next run of the relay takes. */
export const pendingRows = () =>
  rows.filter(({ done }) => !done).map(({ orderId }) => ({ detail: { orderId } }));

export const DEFECTS: readonly Defect[] = [
  {
    file: 'retry-inside-try',
    kind: 'duplicated',
    severity: 'breaks',
    path: '2 events: 1:entry-throttled:first:always',
    publish: simple(retryInsideTry, retryInsideTryFixed),
  },
  {
    file: 'backoff-of-zero',
    kind: 'wait',
    severity: 'warns',
    path: '1 event: 1:entry-throttled:first',
    publish: simple(backoffOfZero, backoffOfZeroFixed),
  },
  {
    file: 'retries-the-hopeless',
    kind: 'retried-in-vain',
    severity: 'warns',
    path: '1 event: 1:entry-malformed:first',
    publish: simple(retriesTheHopeless, retriesTheHopelessFixed),
  },
  {
    file: 'outbox-marks-all-done',
    kind: 'lost',
    severity: 'breaks',
    path: '1 event: 1:entry-throttled:first',
    options: { surfaced: pendingRows },
    publish: (events, version) => (version === 'defect' ? outbox : outboxFixed).relay(newRows(events)),
  },
  {
    file: 'throw-hides-chunks',
    kind: 'duplicated',
    severity: 'breaks',
    path: '2 events: 1:access-denied',
    publish: (events, version) =>
      (version === 'defect' ? throwHidesChunks : throwHidesChunksFixed).publishAsJob(orders(events), 1),
  },
  {
    file: 'size-in-characters',
    kind: 'lost',
    severity: 'breaks',
    path: '2 events: nothing fails',
    options: { depth: 1, include: ['entry-throttled', 'service-error'] },
    publish: (events, version) =>
      (version === 'defect' ? sizeInCharacters : sizeInCharactersFixed).publish(LARGE.slice(0, events)),
  },
  {
    file: 'time-as-text',
    kind: 'lost',
    severity: 'breaks',
    path: '1 event: nothing fails',
    options: { offered: 12 },
    publish: (events, version) =>
      (version === 'defect' ? timeAsText : timeAsTextFixed).publish(stored(events)),
  },
  {
    file: 'inverted-classification',
    kind: 'lost',
    severity: 'breaks',
    path: '1 event: 1:entry-throttled:first',
    publish: simple(invertedClassification, invertedClassificationFixed),
  },
  {
    file: 'misaligned-results',
    kind: 'duplicated',
    severity: 'breaks',
    path: '3 events: 1:entry-throttled:first + 1:late',
    publish: simple(misalignedResults, misalignedResultsFixed),
  },
  {
    file: 'impatient-timeout',
    kind: 'attempts',
    severity: 'warns',
    path: '1 event: 1:throttled:call',
    publish: simple(impatientTimeout, impatientTimeoutFixed),
  },
];
