import { type Problem, toProblems } from './assertions/checks/verify/allowed-problems.js';
import { wrongUse } from './base/errors.js';
import { isObject } from './base/json/json.js';
import { describeValue } from './base/words/describe-value.js';
import { list } from './base/words/english.js';
import { didYouMean } from './base/words/suggestion.js';
import { isDate } from './match/property-kinds.js';
import { isBusName } from './service/event-bus.js';
import type { Limits, PutEventsEntry } from './service/put-events-types.js';

/** The options of `fakeEventBridge()`. Every option has a default. */
export interface FakeEventBridgeOptions {
  /** The region of clients without one, and of the events that they send. Default `us-east-1`. */
  readonly region?: string;
  /** The account that events come from, 12 digits. Default `123456789012`. */
  readonly account?: string;
  /**
   * The event buses that exist beside `default`, by name or ARN. Without this option, every bus exists. With it, an event
   * to another bus is accepted and dropped, as in AWS: it is in `eb.dropped`, and `verify()` reports it.
   */
  readonly buses?: readonly string[];
  /** The limits of one request. */
  readonly limits?: {
    /** Bytes of all entries of a request together. Default 1,048,576; 262,144 in regions that kept the old limit. */
    readonly maxRequestBytes?: number;
    /** Default 10. */
    readonly maxEntries?: number;
    /** Levels of nesting in a detail. Default 1100; AWS's newer pages say 1000. */
    readonly maxDetailDepth?: number;
  };
  /**
   * The waits between the SDK's attempts. `'skip'` (the default) skips them and records them on the attempt. `'real'`
   * waits, on the current clock, faked or not.
   */
  readonly retryDelays?: 'skip' | 'real';
  /** The start of event ids and probabilities: the same seed gives the same run. Default 1. */
  readonly seed?: number | string;
  /**
   * Whether the fake stops requests to EventBridge from clients that are not connected, while something is connected.
   * Default `true`. Such a request fails with `ERR_NOT_CONNECTED` before anything is sent, is in `eb.strays`, and
   * `verify()` reports it. Requests to other hosts are not touched.
   */
  readonly networkGuard?: boolean;
  /**
   * Whether a stray request fails `verify()` (`'error'`, the default), or only warns, once. A request is stray when its
   * operation is not faked, or when its client is not connected.
   */
  readonly onStray?: 'error' | 'warn';
  /**
   * The problems that `verify()` does not report, in any test. Default none. For one test, call `eb.allow`.
   */
  readonly allow?: readonly Problem[];
  /**
   * Says which entries are one logical event, resent: those with the same string. By default bus, source, detail
   * type, resources and the detail as JSON have to be equal, in different requests.
   */
  readonly identify?: (entry: PutEventsEntry) => string;
  /** The time of events without a `Time`. Default: the current clock, faked or not. */
  readonly clock?: () => Date;
}

/**
 * The options with every default filled in.
 * @internal
 */
export interface Settings {
  readonly region: string;
  readonly account: string;
  /** The buses that exist beside `default`; templates add the ones they create. */
  readonly buses: Set<string> | undefined;
  /** Leaves only the buses that the options declared. */
  readonly forgetAddedBuses: () => void;
  readonly limits: Limits;
  readonly skipBackoff: boolean;
  readonly networkGuard: boolean;
  readonly seed: number | string;
  readonly onStray: 'error' | 'warn';
  readonly allow: readonly Problem[];
  readonly identify: ((entry: PutEventsEntry) => string) | undefined;
  /** Milliseconds since the epoch. Throws when the function of the user does. */
  readonly clock: (() => number) | undefined;
}

const OPTIONS = [
  'region',
  'account',
  'buses',
  'limits',
  'retryDelays',
  'seed',
  'networkGuard',
  'onStray',
  'allow',
  'identify',
  'clock',
] as const;
const DEFAULT_LIMITS: Limits = { maxRequestBytes: 1_048_576, maxEntries: 10, maxDetailDepth: 1100 };

/**
 * Fills in the defaults.
 * @throws {FakeEventBridgeError} for an option that does not exist, naming the nearest that does, or a value it cannot
 * have
 * @internal
 */
export function settingsFrom(options: FakeEventBridgeOptions = {}): Settings {
  const given: unknown = options;
  if (!isObject(given)) throw wrongUse(`The options of a fake are an object, not ${describeValue(given)}.`);
  refuseUnknown('option', Object.keys(options), OPTIONS);
  const { region = 'us-east-1', account = '123456789012', seed = 1, clock } = options;
  check(
    'region',
    region,
    typeof region === 'string' && /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region),
    'the name of a region, such as "eu-west-1"',
  );
  check('account', account, typeof account === 'string' && /^\d{12}$/.test(account), 'a string of 12 digits');
  check('seed', seed, typeof seed === 'string' || Number.isFinite(seed), 'a number or a string');
  const { retryDelays = 'skip', networkGuard = true, onStray = 'error', identify } = options;
  check('retryDelays', retryDelays, retryDelays === 'skip' || retryDelays === 'real', '"skip" or "real"');
  check('networkGuard', networkGuard, typeof networkGuard === 'boolean', 'true or false');
  check('onStray', onStray, onStray === 'error' || onStray === 'warn', '"error" or "warn"');
  check(
    'identify',
    identify,
    identify === undefined || typeof identify === 'function',
    'a function from an entry to a string',
  );
  check('clock', clock, clock === undefined || typeof clock === 'function', 'a function that returns a Date');
  const declared = busesFrom(options.buses);
  const buses = declared && new Set(declared);
  return {
    region,
    account,
    buses,
    forgetAddedBuses: () => {
      for (const bus of buses ?? []) if (!declared?.has(bus)) buses?.delete(bus);
    },
    limits: limitsFrom(options.limits),
    skipBackoff: retryDelays === 'skip',
    networkGuard,
    seed,
    onStray,
    allow: allowedFrom(options.allow),
    identify,
    clock: clock && (() => timeOf(clock())),
  };
}

function allowedFrom(allow: readonly Problem[] = []): readonly Problem[] {
  check('allow', allow, Array.isArray(allow), 'an array, such as ["unused-fault"]');
  return toProblems(allow, 'The option allow');
}

/** The time that the user's clock returned, in milliseconds since the epoch. */
function timeOf(told: unknown): number {
  // Not `instanceof`: a runner's sandbox and its fake timers bring classes of their own.
  const time = isDate(told) ? told.getTime() : Number.NaN;
  if (!Number.isNaN(time)) return time;
  const returned = isDate(told) ? 'an invalid Date' : describeValue(told);
  throw wrongUse(`The option clock must return a Date, and it returned ${returned}.`);
}

function limitsFrom(limits: FakeEventBridgeOptions['limits'] = {}): Limits {
  check('limits', limits, isObject(limits), 'an object, such as { maxRequestBytes: 262144 }');
  refuseUnknown('limit', Object.keys(limits), Object.keys(DEFAULT_LIMITS));
  for (const [name, value] of Object.entries(limits)) {
    check(
      `limits.${name}`,
      value,
      value === undefined || (Number.isInteger(value) && value > 0),
      'a whole number above 0',
    );
  }
  const { maxRequestBytes, maxEntries, maxDetailDepth } = limits;
  return {
    maxRequestBytes: maxRequestBytes ?? DEFAULT_LIMITS.maxRequestBytes,
    maxEntries: maxEntries ?? DEFAULT_LIMITS.maxEntries,
    maxDetailDepth: maxDetailDepth ?? DEFAULT_LIMITS.maxDetailDepth,
  };
}

function busesFrom(buses: readonly string[] | undefined): Set<string> | undefined {
  if (buses === undefined) return undefined;
  check('buses', buses, Array.isArray(buses), 'an array of names, such as ["orders"]');
  for (const bus of buses) {
    check(
      'buses',
      bus,
      typeof bus === 'string' && isBusName(bus),
      'names or ARNs that AWS accepts for a bus',
    );
  }
  return new Set(buses);
}

function refuseUnknown(what: string, names: readonly string[], known: readonly string[]): void {
  for (const name of names) {
    if (known.includes(name)) continue;
    throw wrongUse(`A fake has no ${what} "${name}".${didYouMean(name, known)} There are ${list(known)}.`);
  }
}

function check(option: string, value: unknown, holds: boolean, wanted: string): void {
  if (!holds) throw wrongUse(`The option ${option} must be ${wanted}, not ${describeValue(value)}.`);
}
