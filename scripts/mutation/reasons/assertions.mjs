import { inFile, NEVER_ABSENT, QUICK_LOOK } from './in-file.mjs';

export default [
  ...inFile('assertions/checks/contracts-kept.ts', {
    "''": NEVER_ABSENT,
    'declaredAt === undefined': NEVER_ABSENT,
    "typeof step === 'number'": 'a schema names an item by its number',
    '{ exists: false }': 'undefined is as false',
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
  }),
];
