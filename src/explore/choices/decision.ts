import { wrongUse } from '../../base/errors.js';
import { count } from '../../base/words/english.js';
import { didYouMean } from '../../base/words/suggestion.js';
import type { Failure, Position, Repeat } from './failure.js';

/** One failure of a run: which, at which request, of which entries, how often. */
export interface Decision {
  /** Which of all requests of the run, counted from 1. */
  readonly request: number;
  readonly failure: Failure;
  readonly repeat: Repeat;
  /** For the failures of entries. */
  readonly position?: Position;
}

const REPEATS: readonly Repeat[] = ['once', 'call', 'always'];
const POSITIONS: readonly Position[] = ['first', 'middle', 'last', 'all'];
const NOTHING_FAILS = 'nothing fails';

/** `3 events: 1:entry-throttled:first:always + 2:response-lost`: what `eb.replay` takes. */
export function formatPath(decisions: readonly Decision[], events?: number): string {
  const steps = decisions.map(formatDecision).join(' + ');
  const path = steps === '' ? NOTHING_FAILS : steps;
  return events === undefined ? path : `${count(events, 'event')}: ${path}`;
}

function formatDecision({ request, failure, position, repeat }: Decision): string {
  const parts = [request, failure.name, position, repeat === 'once' ? undefined : repeat];
  return parts.filter((part) => part !== undefined).join(':');
}

/** A path that was read. */
export interface ParsedPath {
  readonly decisions: readonly Decision[];
  readonly events: number | undefined;
}

/**
 * Reads what {@link formatPath} wrote.
 * @throws {FakeEventBridgeError} when it is not a path, or names a failure that the catalog does not have
 */
export function parsePath(path: unknown, catalog: readonly Failure[]): ParsedPath {
  const found = typeof path === 'string' ? /^(?:(\d+) events?: )?(.+)$/.exec(path.trim()) : null;
  if (found === null) throw notAPath(path);
  const [, events, steps = ''] = found;
  return {
    events: events === undefined ? undefined : Number(events),
    decisions: steps === NOTHING_FAILS ? [] : steps.split(' + ').map((step) => parseDecision(step, catalog)),
  };
}

function parseDecision(step: string, catalog: readonly Failure[]): Decision {
  const [request = '', name = '', ...rest] = step.split(':');
  const failure = catalog.find((candidate) => candidate.name === name);
  if (!/^[1-9]\d*$/.test(request)) throw notAPath(step);
  if (failure === undefined) {
    const names = catalog.map((known) => known.name);
    throw wrongUse(
      `replay: the catalog has no failure "${name}".${didYouMean(name, names)} Was it added with extend, or left out with include or exclude? Give replay the same options.`,
    );
  }
  const position = POSITIONS.find((candidate) => rest.includes(candidate));
  const repeat = REPEATS.find((candidate) => rest.includes(candidate)) ?? 'once';
  if (rest.length > 2 || (failure.effect.level === 'entry') !== (position !== undefined))
    throw notAPath(step);
  return { request: Number(request), failure, repeat, ...(position !== undefined && { position }) };
}

function notAPath(path: unknown): Error {
  return wrongUse(
    `replay: ${JSON.stringify(path) ?? String(path)} is not a path of a report. Copy the whole line that the report prints, such as eb.replay('1:entry-throttled:first', publish).`,
  );
}
