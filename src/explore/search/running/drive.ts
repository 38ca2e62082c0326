import type { RunEnding } from './run-record.js';
import { RealTimers, type SystemRequests, type Turns } from './turns.js';
import type { VirtualClock } from './virtual-clock.js';

/** Turns without a request after which a run waits for its clock. */
const IDLE_TURNS = 2;
/** Turns with no timer and no request after which nothing can happen any more. */
const DEAD_TURNS = 10;
/** Turns that a file or a socket may take. */
const SYSTEM_TURNS = 20_000;
const MAX_TIMERS = 2_000;
const MAX_VIRTUAL_MS = 48 * 3_600_000;

/** What a run is driven with. */
export interface DriveDeps {
  readonly turns: Turns;
  readonly systemRequests: SystemRequests;
  readonly clock: VirtualClock;
  /** Grows with everything that the publisher does. */
  readonly activity: () => number;
  /** Called whenever something may have happened. */
  readonly observe: () => void;
  /** Whether the process has died: what it still waits for never comes. */
  readonly isDead: () => boolean;
  readonly onCrash: (error: unknown) => void;
  /** Why the run is ended although more could happen. */
  readonly overrun: () => string | undefined;
}

/** Runs the publisher to its end. Nothing is waited for: when only timers are left, the clock goes to the next. */
export async function drive(work: () => unknown, deps: DriveDeps): Promise<RunEnding> {
  let ending: RunEnding | undefined;
  const realTimers = new RealTimers();
  start(work).then(
    (value) => {
      ending = { kind: 'resolved', value };
    },
    (error: unknown) => {
      ending = { kind: 'rejected', error };
    },
  );
  const waitsFor = await advance({ ...deps, realTimers }, () => ending !== undefined);
  if (deps.isDead()) return { kind: 'died' };
  if (ending === undefined) return { kind: 'hung', waitsFor, isInRealTime: realTimers.wereSet };
  // What the publisher did not await still goes on.
  await advance({ ...deps, realTimers }, () => false, 50);
  return ending;
}

async function start(work: () => unknown): Promise<unknown> {
  return work();
}

/** Goes on until the publisher has settled. @returns why nothing more can happen, where it has not */
async function advance(
  {
    turns,
    systemRequests,
    realTimers,
    clock,
    activity,
    observe,
    isDead,
    onCrash,
    overrun,
  }: DriveDeps & { readonly realTimers: RealTimers },
  isOver: () => boolean,
  maxTimers = MAX_TIMERS,
): Promise<string> {
  let seen = -1;
  let timers = 0;
  for (let idle = 0; ; idle++) {
    clock.runMicrotasks();
    await turns.next();
    observe();
    if (isOver()) return '';
    if (activity() !== seen) {
      seen = activity();
      idle = 0;
      continue;
    }
    if (idle < IDLE_TURNS) continue;
    if (isDead()) return 'the process has died';
    const tooMany = overrun();
    if (tooMany !== undefined) return tooMany;
    if (systemRequests.areOpen) {
      if (idle < SYSTEM_TURNS) continue;
      systemRequests.ignoreOpen();
    }
    const wait = clock.untilNext;
    if (wait === undefined) {
      realTimers.look();
      if (idle < DEAD_TURNS) continue;
      return 'a promise that nothing settles: no timer is set, and no request is in flight';
    }
    if (++timers > maxTimers || clock.elapsed + wait > MAX_VIRTUAL_MS)
      return `a timer of ${wait} ms, after ${timers} timers and ${clock.elapsed} ms`;
    try {
      clock.next();
    } catch (error) {
      onCrash(error);
    }
    idle = 0;
  }
}
