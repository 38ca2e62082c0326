import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { describeValue } from '../base/words/describe-value.js';
import { list } from '../base/words/english.js';
import { didYouMean } from '../base/words/suggestion.js';
import type { ExploreOptions } from './explore-options.js';
import type { RetryLimits } from './verdict/expectation.js';

/**
 * The options with every default filled in.
 * @internal
 */
export type ExploreSettings = Required<Omit<ExploreOptions, Optional | 'limits'>> &
  Pick<ExploreOptions, Optional> & { readonly limits: RetryLimits };

type Optional =
  | 'events'
  | 'offered'
  | 'surfaced'
  | 'restart'
  | 'include'
  | 'exclude'
  | 'extend'
  | 'seed'
  | 'call';

const OPTIONS = [
  ...['depth', 'maxRuns', 'maxTime', 'events', 'offered', 'surfaced', 'restart', 'include', 'exclude'],
  ...['extend', 'limits', 'seed', 'call'],
];

/**
 * Fills in the defaults.
 * @throws {FakeEventBridgeError} for an option that does not exist, or a value that it cannot have
 * @internal
 */
export function exploreSettings(options: unknown, method: string): ExploreSettings {
  if (!isObject(options))
    throw wrongUse(`${method}: the options must be an object, not ${describeValue(options)}.`);
  for (const name of Object.keys(options)) {
    if (OPTIONS.includes(name)) continue;
    throw wrongUse(
      `${method}: there is no option "${name}".${didYouMean(name, OPTIONS)} There are ${list(OPTIONS)}.`,
    );
  }
  // Checked property by property below.
  const given = options as ExploreOptions;
  const { depth = 2, maxRuns = 20_000, maxTime = 60_000, events, limits = {} } = given;
  const check = (name: string, value: unknown, holds: boolean, wanted: string) => {
    if (!holds) throw wrongUse(`${method}: ${name} must be ${wanted}, not ${describeValue(value)}.`);
  };
  const isWhole = (value: unknown, least: number, most = Number.POSITIVE_INFINITY) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  const isTime = (value: unknown) => typeof value === 'number' && value >= 0;
  check('depth', depth, isWhole(depth, 1, 3), 'a whole number from 1 to 3');
  check('maxRuns', maxRuns, isWhole(maxRuns, 1), 'a whole number above 0');
  check('maxTime', maxTime, isTime(maxTime), 'milliseconds, 0 or more');
  check('events', events, events === undefined || isWhole(events, 1, 1000), 'a whole number from 1 to 1000');
  const { offered } = given;
  const isOffered = offered === undefined || Array.isArray(offered) || isWhole(offered, 0);
  check('offered', offered, isOffered, 'an array of matches or entries, or the number of events, 0 or more');
  for (const name of ['surfaced', 'restart'] as const)
    check(name, given[name], given[name] === undefined || typeof given[name] === 'function', 'a function');
  for (const name of ['include', 'exclude', 'extend'] as const)
    check(name, given[name], given[name] === undefined || Array.isArray(given[name]), 'an array');
  check('limits', limits, isObject(limits), 'an object such as { wait: { min: 100 }, attempts: 6 }');
  const { wait = {}, attempts = 10 } = limits;
  check('limits.wait', wait, isObject(wait), 'an object such as { min: 100, max: 30000 }');
  const { min = 1, max = 60_000 } = wait;
  check('limits.wait', wait, isTime(min) && isTime(max) && min <= max, 'milliseconds with min at most max');
  check('limits.attempts', attempts, isWhole(attempts, 1), 'a whole number above 0');
  const { seed, call } = given;
  const isSeed = seed === undefined || typeof seed === 'string' || Number.isFinite(seed);
  check('seed', seed, isSeed, 'a number or a string');
  check(
    'call',
    call,
    call === undefined || typeof call === 'string',
    'a string such as "publishOrders(orders)"',
  );
  return { ...given, depth, maxRuns, maxTime, limits: { wait: { min, max }, attempts } };
}
