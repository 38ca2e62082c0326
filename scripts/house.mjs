/**
 * The rooms of `src` from the bottom up. A file imports from its own room and from lines above its own, nothing else;
 * rooms of one line do not know each other. `''` is the root of `src`.
 */
export const ROOMS = [
  ['base'],
  ['pattern'],
  ['service'],
  ['wire', 'cloudformation'],
  ['match'],
  ['faults'],
  ['journal'],
  ['contracts', 'rules'],
  ['engine'],
  ['connect', 'assertions'],
  ['explore'],
  ['runners'],
  [''],
];

/** Files in rooms that users import: they belong to the root, whose public exports they use. */
export const ENTRIES = ['jest', 'mocha', 'node-test', 'vitest'].map((runner) => `runners/${runner}.ts`);
