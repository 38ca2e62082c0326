import type { RunEnding } from './run-record.js';
import { areRealTimersOpen, type SystemRequests, type Turns } from './turns.js';
import type { VirtualClock } from './virtual-clock.js';

/** Turns without a request after which a run waits for its clock. */
const IDLE_TURNS = 2;
/** Turns with no timer and no request after which only another thread can have something to do. */
const QUIET_TURNS = 10;
/** Turns with no timer and no request after which nothing can happen any more. Node lists files, but not a thread that compresses. */
const DEAD_TURNS = 60;
/** Turns that a file or a socket takes at most while a thread works on it that has a CPU of its own. */
const QUICK_TURNS = 300;
/** Turns that a file or a socket may take. After the quick ones, each is a millisecond in which that thread has the CPU. */
const SYSTEM_TURNS = 3_000;
const MAX_TIMERS = 2_000;
const MAX_VIRTUAL_MS = 48 * 3_600_000;

const NOTHING = 'a promise that nothing settles: no timer is set, and no request is in flight';

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
  start(work).then(
    (value) => {
      ending = { kind: 'resolved', value };
    },
    (error: unknown) => {
      ending = { kind: 'rejected', error };
    },
  );
  const waitsFor = await advance({ ...deps, deadTurns: DEAD_TURNS }, () => ending !== undefined);
  if (deps.isDead()) return { kind: 'died' };
  if (ending === undefined)
    return { kind: 'hung', waitsFor, isInRealTime: waitsFor === NOTHING && areRealTimersOpen() };
  // What the publisher did not await still goes on.
  await advance({ ...deps, deadTurns: QUIET_TURNS }, () => false, 50);
  return ending;
}

const never = new Int32Array(new SharedArrayBuffer(4));

/** Blocks this thread for a millisecond, whatever clock is in force. */
function giveUpCpu(): void {
  Atomics.wait(never, 0, 0, 1);
}

async function start(work: () => unknown): Promise<unknown> {
  return work();
}

/** Goes on until the publisher has settled. @returns why nothing more can happen, where it has not */
async function advance(
  {
    turns,
    systemRequests,
    deadTurns,
    clock,
    activity,
    observe,
    isDead,
    onCrash,
    overrun,
  }: DriveDeps & { readonly deadTurns: number },
  isOver: () => boolean,
  maxTimers = MAX_TIMERS,
): Promise<string> {
  let seen = -1;
  let timers = 0;
  let systemTurns = 0;
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
      systemTurns++;
      if (systemTurns > QUICK_TURNS) giveUpCpu();
      if (systemTurns < SYSTEM_TURNS) continue;
      systemRequests.ignoreOpen();
    }
    if (systemTurns > 0) {
      // What waited for a file goes on now, and has as many turns as after a request.
      systemTurns = 0;
      idle = 0;
      continue;
    }
    const wait = clock.untilNext;
    if (wait === undefined) {
      if (idle > QUIET_TURNS) giveUpCpu();
      if (idle < deadTurns) continue;
      return NOTHING;
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
