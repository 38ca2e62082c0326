import { inFile, NEVER_ABSENT, NOTHING_THERE, QUICK_LOOK } from './in-file.mjs';

const STRAY = 'network-guard.test.ts has it; every fake of these tests would report the request';
const MANY =
  'only for millions of comparisons: too-many-comparisons.test.ts, which takes too long for each mutant';

export default [
  ...inFile('assertions/checks/all-routed.ts', {
    'unrouted.length > 0': 'events are only printed where there are some',
  }),
  ...inFile('assertions/checks/batches.ts', { 'attempts[0]?.entries': NEVER_ABSENT }),
  ...inFile('assertions/checks/contracts-kept.ts', {
    "''": NEVER_ABSENT,
    'declaredAt === undefined': NEVER_ABSENT,
    "typeof step === 'number'": 'a schema names an item by its number',
    '{ exists: false }': 'undefined is as false',
  }),
  ...inFile('assertions/checks/no-duplicates.ts', {
    '[]': NEVER_ABSENT,
    'one === undefined || other === undefined': NEVER_ABSENT,
    'one === undefined': NEVER_ABSENT,
    'other === undefined': NEVER_ABSENT,
    'accepted?.id': NEVER_ABSENT,
    'received[0]?.event': NEVER_ABSENT,
  }),
  ...inFile('assertions/checks/only-failed-entries-resent.ts', {
    '[]': NEVER_ABSENT,
    'earlier.accepted?.id': NEVER_ABSENT,
    'open.filter((each) => !each.wasKnownAcceptedBefore(again.attempt))':
      'what was acknowledged is never a reason; the search only takes longer',
    'first === undefined': NEVER_ABSENT,
  }),
  ...inFile('assertions/checks/no-event-lost.ts', {
    "case 'accepted': return undefined;": 'a lost event was not accepted',
    "'accepted'": 'a lost event was not accepted',
    '[]': 'what the cause is about is set for all lost events',
    'sendings[0]?.event': NEVER_ABSENT,
    "ending?.kind === 'error'": 'a request without entries is always refused',
  }),
  ...inFile('assertions/checks/offered.ts', {
    '[]': 'what is not an index has no event',
    "typeof offered === 'number'": 'Number.isInteger asks it, too',
    '({ match }) => match': QUICK_LOOK,
    'offers[offer]?.equal': NEVER_ABSENT,
    'offers[offer]?.match': NEVER_ABSENT,
    'entry !== undefined': NEVER_ABSENT,
    'others.length === 0': 'one array, flat, is the same array',
  }),
  ...inFile('assertions/checks/published/published-exactly.ts', {
    "{ const number = events.length === matches.length ? '' : `${count(events.length, 'event was', 'events were')} published, and `; return `${number}at least one of them is missing`; }":
      MANY,
    'events.length === matches.length': MANY,
    "''": MANY,
    "`${count(events.length, 'event was', 'events were')} published, and `": MANY,
    "'event was'": 'this is only printed of two events or more',
    "'events were'": MANY,
    '`${number}at least one of them is missing`': MANY,
    true: 'stops early; the result is the same',
    'event !== undefined': NEVER_ABSENT,
    'matches[match]?.test': NEVER_ABSENT,
    'missing.slice(0, 1)': MANY,
    '[]': 'what is not an index has no event',
    'matches.length * events.length > MAX_COMPARISONS': MANY,
    '!isComplete': MANY,
    'first === undefined': NOTHING_THERE,
    'extra.slice(0, MAX_EXPLAINED)': 'only how many events are searched',
    'event === undefined': NEVER_ABSENT,
  }),
  ...inFile('assertions/checks/published/published-in-order.ts', {
    "{ summary: '' }": 'a report is made only where a match has no event',
    "''": 'a report is made only where a match has no event',
    'match === undefined': 'a report is made only where a match has no event',
    'next < events.length': NOTHING_THERE,
    'events[next]?.releaseDetail': NEVER_ABSENT,
    'event !== undefined': NEVER_ABSENT,
    'before !== undefined': 'the first match has no earlier event: it would have found it',
  }),
  ...inFile('assertions/checks/published/published.ts', {
    'indexes.length < number': 'as many as expected is not a failure',
    "typeof times === 'number'": 'Number.isInteger asks it, too',
  }),
  ...inFile('assertions/checks/published/published-count.ts', {
    'events.length > expected': 'as many as expected is not a failure',
  }),
  ...inFile('assertions/checks/verify/broken-contracts.ts', { "''": NEVER_ABSENT }),
  ...inFile('assertions/checks/verify/dropped-events.ts', {
    "''": NEVER_ABSENT,
    '[]': 'only the text and the advice of the cause are used',
    'causes[0]?.fix': NEVER_ABSENT,
  }),
  ...inFile('assertions/checks/verify/invalid-requests.ts', {
    "''": NEVER_ABSENT,
    'causes[0]?.text': NEVER_ABSENT,
    'entry.error?.code': NEVER_ABSENT,
    'entry.error?.message': NEVER_ABSENT,
  }),
  ...inFile('assertions/checks/verify/unfinished-calls.ts', {
    '`Request ${request} has no response yet.`':
      'only a fault that delays or holds an attempt leaves it unfinished',
    'timing === undefined': 'only a fault that delays or holds an attempt leaves it unfinished',
    'site?.location': NEVER_ABSENT,
  }),
  ...inFile('assertions/checks/verify/unused-faults.ts', {
    '{ // A predicate that throws has its own error reported. return undefined; }':
      'a function that returns nothing returns undefined',
  }),
  ...inFile('assertions/checks/verify/verify.ts', {
    "''": NEVER_ABSENT,
    '[]': NEVER_ABSENT,
    'context.journal.strays.length === 0': QUICK_LOOK,
    "code !== 'not-faked' && code !== 'not-connected'": 'there is no other cause',
    "code !== 'not-connected'": STRAY,
    "'not-connected'": STRAY,
  }),
];
