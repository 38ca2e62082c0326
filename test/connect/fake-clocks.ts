import { jest } from '@jest/globals';
import sinon, { type SinonFakeTimers } from 'sinon';

/** A way to fake the clock: as each runner does it. */
export interface FakeClock {
  readonly name: string;
  install(): void;
  /** Lets time pass on the faked clock. */
  tick(milliseconds: number): void;
  uninstall(): void;
}

let clock: SinonFakeTimers | undefined;

/** What Vitest fakes by default, with the library that it uses: everything but nextTick and queueMicrotask. */
const FAKED_BY_VITEST = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
  'Date',
  'performance',
] as const;

export const FAKE_CLOCKS: readonly FakeClock[] = [
  {
    name: "Jest's modern fake timers",
    install: () => jest.useFakeTimers(),
    tick: (milliseconds) => jest.advanceTimersByTime(milliseconds),
    uninstall: () => jest.useRealTimers(),
  },
  {
    name: "Jest's legacy fake timers",
    install: () => jest.useFakeTimers({ legacyFakeTimers: true }),
    tick: (milliseconds) => jest.advanceTimersByTime(milliseconds),
    uninstall: () => jest.useRealTimers(),
  },
  {
    name: "fake timers such as Vitest's",
    install: () => {
      clock = sinon.useFakeTimers({ toFake: [...FAKED_BY_VITEST] });
    },
    tick: (milliseconds) => clock?.tick(milliseconds),
    uninstall: () => clock?.restore(),
  },
];

const realSetImmediate = setImmediate;

/** Lets everything run that waits for no timer. */
export function settle(): Promise<void> {
  return new Promise((resolve) => realSetImmediate(() => resolve()));
}

/** Lets time pass in small steps until something is over. @returns how much had to pass, in milliseconds */
export async function passTimeUntil(over: Promise<unknown>, { tick }: FakeClock, step = 50): Promise<number> {
  let isOver = false;
  const watch = () => {
    isOver = true;
  };
  over.then(watch, watch);
  let passed = -step;
  while (!isOver) {
    passed += step;
    if (passed > 0) tick(step);
    // What follows a timer takes a few turns of the event loop.
    for (let turn = 0; turn < 5 && !isOver; turn++) await settle();
  }
  return Math.max(passed, 0);
}
