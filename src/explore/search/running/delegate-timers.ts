import { promisify } from 'node:util';

const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;

/**
 * Replaces the timers of a clock, as they are installed, by functions that call them. A module that is first loaded in a
 * run may keep them, as in `const sleep = promisify(setTimeout)`. Once the clock is gone, they call what is installed then:
 * the real timers, those of another exploration, or the fake ones of a test.
 * @returns a function for the moment at which the clock goes
 */
export function delegateTimers(): () => void {
  let isInstalled = true;
  for (const name of TIMERS) {
    const ofClock = globalThis[name];
    const inForce = () => (isInstalled ? ofClock : globalThis[name]);
    const delegate = (...args: unknown[]): unknown => Reflect.apply(inForce(), undefined, args);
    // The names by which fake timers and this library know them.
    Object.defineProperties(delegate, Object.getOwnPropertyDescriptors(ofClock));
    if (name === 'setTimeout')
      Object.defineProperty(delegate, promisify.custom, {
        value: (...args: unknown[]) => Reflect.apply(promisify(inForce()), undefined, args),
      });
    Reflect.set(globalThis, name, delegate);
  }
  return () => {
    isInstalled = false;
  };
}
