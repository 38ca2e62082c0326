import { inFile, NEVER_ABSENT, NOTHING_THERE, QUICK_LOOK } from './in-file.mjs';

const LONG_AGO = 'only for calls of long ago: journal/long-ago.test.ts, which takes too long for each mutant';
const NOT_FOUND = 'a call that has ended has no id, so that it is not found; the array only grows';
const NEVER_READ = 'is replaced before it is read';
const ONLY_EQUALITY = 'is only compared for equality, and never goes back';

export default [
  ...inFile('journal/growing-filter.ts', {
    'this.#tested < source.length': NOTHING_THERE,
    'item !== undefined': NEVER_ABSENT,
    '[]': NEVER_READ,
  }),
  ...inFile('journal/in-flight-calls.ts', {
    'this.#calls.size === 0': 'settled() looks again when it is woken',
  }),
  ...inFile('journal/journal.ts', {
    'invocationId === undefined || number === 1': QUICK_LOOK,
    'invocationId === undefined': QUICK_LOOK,
    'number === 1': QUICK_LOOK,
    'index < entries.length': NOTHING_THERE,
    'entry === undefined': NEVER_ABSENT,
    'result === undefined': NEVER_ABSENT,
    'this.eventListeners.size > 0': QUICK_LOOK,
    'attempt.timing !== undefined': 'the end of what is not in flight changes nothing',
    'this.version++': ONLY_EQUALITY,
    'call.version++': ONLY_EQUALITY,
    'this.#life++': ONLY_EQUALITY,
    isRetryable: NOT_FOUND,
    'isRetryable !== call.isRetryable': NOT_FOUND,
    '!isRetryable': 'a call that has ended was taken out of the retryable ones',
  }),
  ...inFile('journal/logical-events/equal-events.ts', {
    'acknowledged.length > 0': 'without any, the arrays are copied as they are',
    'index < length': NOTHING_THERE,
    'event !== undefined': NEVER_ABSENT,
  }),
  ...inFile('journal/logical-events/identity.ts', {
    "''": 'any other string represents the region as well',
    'STAMPED_BY_TRACERS.filter((name) => json.includes(`"${name}"`))': QUICK_LOOK,
    '`"${name}"`': QUICK_LOOK,
  }),
  ...inFile('journal/logical-events/logical-event-records.ts', {
    'sendings[0]?.event': NEVER_ABSENT,
    "ending?.kind === 'error'": 'no other ending has a code',
  }),
  ...inFile('journal/logical-events/logical-event.ts', {
    'this.accepted === undefined || !this.isAnswered': 'what is known to be accepted was left out before',
  }),
  ...inFile('journal/logical-events/logical-events.ts', {
    '[]': 'the first look replaces them, and an attempt that was grouped has sendings',
    "''": NEVER_ABSENT,
    'next < attempts.length': NOTHING_THERE,
    'attempt !== undefined': NEVER_ABSENT,
    'repeated.length === attempt.entries.length': 'an attempt has the entries of the one before it',
    'known === undefined': 'the same iterator is set once more',
  }),
  ...inFile('journal/record-list.ts', {
    '[]': 'the first look replaces them; the target of the proxy is never shown',
    '-1': NEVER_READ,
    '() => false': 'undefined is as false',
  }),
  ...inFile('journal/retryable-calls.ts', {
    '[]': 'what Stryker writes is not found as a call, and every call has an attempt',
    'attempts.at(-1)?.ending': NEVER_ABSENT,
    'attempts.at(-1)?.entries': NEVER_ABSENT,
    'entries[index]?.raw': NEVER_ABSENT,
    'call.invocationId === undefined': 'a call without an id is not found; the array only grows',
    true: NOT_FOUND,
    false: NOT_FOUND,
    '{ call.isRetryable = false; // Nearly always it is the last one. const index = this.#calls.lastIndexOf(call); if (index >= 0) this.#calls.splice(index, 1); }':
      NOT_FOUND,
    'index >= 0':
      'a call that has ended has no id, so that it is not found; only calls of long ago are not there',
    'this.#calls.slice(-MAX_CALLS)': LONG_AGO,
    '-MAX_CALLS': LONG_AGO,
    'this.#calls.length > 2 * MAX_CALLS': LONG_AGO,
    '2 * MAX_CALLS': LONG_AGO,
  }),
  ...inFile('journal/snapshots.ts', {
    "''": NEVER_ABSENT,
    "'pending'": NEVER_ABSENT,
    '[]': NEVER_ABSENT,
    'last?.outcome': NEVER_ABSENT,
    'result === undefined': NEVER_ABSENT,
    'answer !== undefined': NEVER_ABSENT,
    'fault.site?.location': NEVER_ABSENT,
    "'code' in error && typeof error.code === 'string'": 'each code of a failed connection is a string',
    "typeof error.code === 'string'": 'each code of a failed connection is a string',
  }),
];
