/** A quick look before the exact one: with the mutant, the exact one decides more often, and says the same. */
const QUICK_LOOK = 'only a quick look before the exact one';
/** The type says that the value can be absent; where it is used, it never is. */
const NEVER_ABSENT = 'the type allows it to be absent; here it never is';
/** One step further reads nothing: `NaN` or `undefined`, which is none of what is looked for. */
const NOTHING_THERE = 'one step further there is nothing';

/** Why a mutant may live: by file below `src`, and the code that it changes. */
export const REASONS = [
  ...inFile('service/detail.ts', {
    'json.length > 2 * maxDepth': QUICK_LOOK,
    '2 * maxDepth': QUICK_LOOK,
    'MANY_DIGITS - 1': 'the name of a field always comes first, so that a number begins later',
    'at < text.length': NOTHING_THERE,
    '!isDigit(text.charCodeAt(at))': QUICK_LOOK,
    'isDigit(text.charCodeAt(end)) && end - start < MANY_DIGITS': QUICK_LOOK,
    'end - start < MANY_DIGITS': QUICK_LOOK,
    'end - start >= MANY_DIGITS': QUICK_LOOK,
    'end - start': QUICK_LOOK,
    false: QUICK_LOOK,
    'code >= 0x30 && code <= 0x39': 'where no number begins, none is read',
    'code >= 0x30': 'where no number begins, none is read',
    'code <= 0x39': 'where no number begins, none is read',
    'code === 0x2d || isDigit(code)': 'where no number begins, none is read',
    'at < json.length': 'the text is JSON: each string in it ends, and one step further there is nothing',
    '++depth > deepest': 'the deepest level is the same when it is noted twice',
    'integer.length > 20': 'the exact comparison says the same, slowly',
    "''": NEVER_ABSENT,
    '[]': NEVER_ABSENT,
  }),
  ...inFile('service/entry-error.ts', {
    "''": NEVER_ABSENT,
    'value === undefined': NEVER_ABSENT,
    'value?.startsWith': NEVER_ABSENT,
  }),
  ...inFile('service/event-bus.ts', {
    'isBusName(name)': QUICK_LOOK,
    "!nameOrArn.startsWith('arn:')": QUICK_LOOK,
    "'arn:'": QUICK_LOOK,
    '[]': 'what is not an ARN has no region either',
    'name !== undefined': 'what is not an ARN has no region either',
    "known.startsWith('arn:')": QUICK_LOOK,
    "nameOrArn.startsWith('arn:')": QUICK_LOOK,
  }),
  ...inFile('service/event-record.ts', { "''": NEVER_ABSENT }),
  ...inFile('service/validation/java-text.ts', {
    'Number.isNaN(time.getTime())': 'a time that is not one is printed in a request that is refused for it',
  }),
  ...inFile('service/validation/request-error.ts', {
    '[]': NEVER_ABSENT,
    'broken.length === 0': QUICK_LOOK,
    'EventBusName !== undefined || TraceHeader !== undefined || Resources !== undefined': QUICK_LOOK,
    'entry !== null': 'a request with a null among its entries was refused before',
    'atMost <= maxBytes': QUICK_LOOK,
    '{ return text ? text.length : 0; }': QUICK_LOOK,
    "'utf8'": 'what Node takes when it is not said',
  }),
  ...inFile('service/sent-entry.ts', {
    '!this.#isFrozen': 'what is frozen is frozen again',
    '{ return undefined; }': 'a function that returns nothing returns undefined',
    'detail === undefined': 'what JSON.parse throws for it is caught',
  }),
  ...inFile('service/accept-entry.ts', {
    'second !== this.#lastSecond': 'the same second is formatted again, and looks the same',
    'header !== undefined': 'the word undefined is not a trace header',
    "''": 'is never read: no second is equal to NaN',
  }),
  ...inFile('service/ids.ts', {
    'this.#count + 1': 'counting down is as unique as counting up',
  }),
  ...inFile('service/test-event-pattern.ts', {
    'eventPattern === undefined': 'what is absent is a violation, too',
    'event === undefined': 'what is absent is a violation, too',
    '!(error instanceof InvalidPattern)': 'nothing else is thrown',
    '{ return false; }': 'undefined is as false',
  }),
  ...inFile('engine/answer.ts', {
    "''": NEVER_ABSENT,
  }),
  ...inFile('engine/engine.ts', {
    "''": 'what Stryker writes is as unknown an operation as an empty one',
    "{ kind: 'results' }": 'what the journal does not have has no ending that anyone reads',
    "'results'": 'what the journal does not have has no ending that anyone reads',
    '!(error instanceof SerializationError)': 'nothing else is thrown',
  }),
  ...inFile('engine/strays.ts', { "''": NEVER_ABSENT }),
  ...inFile('engine/put-events.ts', {
    'this.#stopWaiting?.()':
      'only a socket that closes while its answer is written; these tests run in process',
    '!(error instanceof SerializationError)': 'nothing else is thrown',
  }),
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

function inFile(file, reasons) {
  return Object.entries(reasons).map(([text, reason]) => ({ file, text, reason }));
}
