import { inFile, NEVER_ABSENT, QUICK_LOOK } from './in-file.mjs';

export default [
  ...inFile('faults/fault-plan.ts', {
    "fails(fault, 'entry')": 'no other level is left',
    'faults.length === 0': QUICK_LOOK,
    'finished !== 0': 'what is used up does not apply, and only makes the search longer',
    'finished < 0': 'what is used up does not apply, and only makes the search longer',
  }),
  ...inFile('faults/fault.ts', {
    "effect.level === 'entry'": 'what does not fail an entry selects none',
    "effect.level !== 'entry' || this.isFinished":
      'only faults of entries are asked, and isFinished is asked again',
    "effect.level !== 'entry'": 'only faults of entries are asked',
    false: 'only faults of entries are asked',
    'this.#deps.chance() < this.#probability': 'a chance is never exactly the probability',
    "typeof limit === 'number'": 'Number.isInteger asks it, too',
    "'a refused when()'": 'only whether there is a reason is asked',
    "'a refused limit'": 'only whether there is a reason is asked',
  }),
  ...inFile('faults/fault-handle.ts', {
    "'always'": 'a limit that is infinite is not refused',
    "'remove()'": 'only whether there is a reason is asked',
  }),
  ...inFile('faults/gate.ts', {
    'this.#arrive?.()': NEVER_ABSENT,
    'this.#open?.(error)': NEVER_ABSENT,
    'this.#giveUp?.(wrongUse(`hold().reached(): ${why} before it held a request.`))': NEVER_ABSENT,
    'this.#isClosedForGood': 'a promise that is settled stays as it is',
    true: 'a promise that is settled stays as it is',
  }),
  ...inFile('faults/entry-errors.ts', {
    "typeof code === 'string'": 'describeValue writes a string in the same way',
    "'string'": 'describeValue writes a string in the same way',
  }),
  ...inFile('faults/request-errors.ts', {
    "typeof error === 'string'": 'describeValue writes a string in the same way',
    "'string'": 'describeValue writes a string in the same way',
    "typeof status !== 'number'": 'Number.isInteger asks it, too',
  }),
];
