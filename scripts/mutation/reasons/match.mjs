import { inFile, QUICK_LOOK } from './in-file.mjs';

const NEVER_NAMED = 'a pattern is an object, so that it has names';
const FROZEN_TOO = 'a frozen copy compares in the same way, and takes longer to make';

export default [
  ...inFile('match/check-match.ts', {
    '/^arn:.*:event-bus\\//': 'the name of a bus has no colon',
  }),
  ...inFile('match/compile-match.ts', {
    '!this.#prefilter.mayMatch(event.detailJson)': QUICK_LOOK,
    "property === 'detail' && !this.#prefilter.hasConditions": FROZEN_TOO,
    "'detail'": FROZEN_TOO,
    "typeof expected === 'string' && expected === actual": QUICK_LOOK,
    "typeof expected === 'string'": QUICK_LOOK,
    "'string'": QUICK_LOOK,
  }),
  ...inFile('match/differences.ts', {
    'found.length >= most': 'ends the loop early; compare() adds nothing more',
  }),
  ...inFile('match/event-index.ts', {
    'values.length === 0': 'without values, none has the fewest events',
    'having.length < fewest.length': 'of two values that as many events have, either will do',
    'next !== null': 'null is a scalar, and was added before',
    'detailJson === undefined': 'what JSON.parse throws for it is caught',
    '{ return undefined; }': 'a function that returns nothing returns undefined',
  }),
  ...inFile('match/pattern-names.ts', { '[]': NEVER_NAMED }),
  ...inFile('match/prefilter.ts', {
    "typeof expected !== 'object'": 'what is neither an object nor a condition was refused before',
  }),
  ...inFile('match/unsupported-values.ts', {
    'default: return undefined;': 'a function that returns nothing returns undefined',
    '[]': 'no value is equal to what Stryker writes',
    '!isAlwaysSupported(child)': QUICK_LOOK,
    "typeof value === 'string' || typeof value === 'boolean'": QUICK_LOOK,
    "typeof value === 'string'": QUICK_LOOK,
    "'string'": QUICK_LOOK,
    "typeof value === 'boolean'": QUICK_LOOK,
    "'boolean'": QUICK_LOOK,
    'value === undefined': QUICK_LOOK,
    'value === null': 'null was accepted before',
  }),
  ...inFile('match/value-test.ts', {
    "typeof value !== 'object' || value === null || Object.getPrototypeOf(value) === Object.prototype":
      QUICK_LOOK,
    "typeof value !== 'object' || value === null": QUICK_LOOK,
    "typeof value !== 'object'": QUICK_LOOK,
    'value === null': 'only an object or a function is asked about',
    'Object.getPrototypeOf(value) === Object.prototype': QUICK_LOOK,
    '/^./': 'the first character comes first without the anchor, too',
  }),
];
