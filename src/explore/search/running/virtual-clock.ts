import { type Clock, withGlobal } from '@sinonjs/fake-timers';
import { wrongUse } from '../../../base/errors.js';
import { timersOf } from './clock-timers.js';
import { delegateTimers } from './delegate-timers.js';

/** When every run begins: always the same moment, so that the same run gives the same bytes. */
const START = Date.UTC(2026, 0, 1);

const FAKED = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'Date',
  'performance',
  'hrtime',
] as const;

/**
 * The clock of the runs: one that is installed for them, or the fake timers that the test has installed already. The
 * timers that the test itself has set stay, and fire when a run lasts so long.
 */
export class VirtualClock {
  readonly #clock: Clock;
  readonly #start: number;
  readonly #timersOfTest: ReadonlySet<number>;
  readonly #uninstall: () => void;

  constructor(clock: Clock, uninstall: () => void = () => {}) {
    this.#clock = clock;
    this.#start = clock.now;
    this.#timersOfTest = new Set(timersOf(clock).map(([id]) => id));
    this.#uninstall = uninstall;
  }

  /** Milliseconds since the run began. */
  get elapsed(): number {
    return this.#clock.now - this.#start;
  }

  /** In how many milliseconds the next timer fires, if there is one. */
  get untilNext(): number | undefined {
    const timers = timersOf(this.#clock);
    if (timers.length === 0) return undefined;
    const first = timers.reduce(
      (earliest, [, callAt]) => Math.min(earliest, callAt),
      Number.POSITIVE_INFINITY,
    );
    return Math.max(first - this.#clock.now, 0);
  }

  /** Goes on to the next timer and fires it. */
  next(): void {
    this.#clock.next();
  }

  /** Runs what a fake `process.nextTick` holds back. */
  runMicrotasks(): void {
    this.#clock.runMicrotasks?.();
  }

  /** Forgets the timers of the run, as the end of a process does. */
  clearTimers(): void {
    this.runMicrotasks();
    for (const [id, , type] of timersOf(this.#clock)) {
      if (this.#timersOfTest.has(id)) continue;
      if (type === 'Immediate') Reflect.apply(this.#clock.clearImmediate, this.#clock, [id]);
      else this.#clock.clearTimeout(id);
    }
  }

  /** Sets the clock back to the beginning of a run. */
  restart(): void {
    this.clearTimers();
    // Not setSystemTime: it moves the timers of the test along.
    this.#clock.now = this.#start;
  }

  uninstall(): void {
    this.restart();
    this.#uninstall();
  }
}

/**
 * The clock that the test has installed, or one of our own.
 * @throws {FakeEventBridgeError} for Jest's legacy fake timers, which nothing outside Jest can drive
 */
export function installClock(method: string): VirtualClock {
  const { setTimeout } = globalThis;
  if ('_isMockFunction' in setTimeout) {
    throw wrongUse(
      `${method}: Jest's legacy fake timers cannot be driven. Call jest.useFakeTimers() without legacyFakeTimers, or leave the timers real: the exploration brings its own clock.`,
    );
  }
  if ('clock' in setTimeout && isClock(setTimeout.clock)) return new VirtualClock(setTimeout.clock);
  const clock = withGlobal(globalThis).install({ now: START, toFake: [...FAKED] });
  const undelegate = delegateTimers();
  return new VirtualClock(clock, () => {
    clock.uninstall();
    undelegate();
  });
}

function isClock(value: unknown): value is Clock {
  return typeof value === 'object' && value !== null && 'next' in value && 'now' in value;
}
