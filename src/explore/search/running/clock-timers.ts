import type { Clock } from '@sinonjs/fake-timers';

/** The ids of all timers, when they fire, and what they are. Fake timers before version 15 keep them in an object. */
export function timersOf(clock: Clock): (readonly [id: number, callAt: number, type: string | undefined])[] {
  const timers: unknown = clock.timers;
  if (typeof timers !== 'object' || timers === null) return [];
  // Not instanceof: a runner's fake timers live outside its sandbox, and so does their Map.
  const all: unknown[] = isMap(timers) ? [...timers.values()] : Object.values(timers);
  return all.flatMap((timer) =>
    isTimer(timer) ? [[Number(timer.id), timer.callAt, timer.type] as const] : [],
  );
}

function isMap(timers: object): timers is ReadonlyMap<unknown, unknown> {
  return 'values' in timers && typeof timers.values === 'function';
}

function isTimer(
  timer: unknown,
): timer is { readonly id: number; readonly callAt: number; readonly type?: string } {
  return typeof timer === 'object' && timer !== null && 'callAt' in timer && typeof timer.callAt === 'number';
}
