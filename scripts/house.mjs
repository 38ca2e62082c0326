/**
 * The rooms of `src` from the bottom up. A file imports from its own room and from lines above its own, nothing else;
 * rooms of one line do not know each other. `''` is the root of `src`, where the rooms are wired.
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
  [''],
  ['runners'],
  ['entries'],
];

/** The files that users import, wherever they are. They are above all rooms. */
export const ENTRIES = [
  'index.ts',
  'server.ts',
  ...['jest', 'mocha', 'node-test', 'vitest'].map((runner) => `runners/${runner}.ts`),
];
