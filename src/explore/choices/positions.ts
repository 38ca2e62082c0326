import type { Position } from './failure.js';

/** The positions that select different entries of a request of so many. */
export function positionsIn(entries: number): readonly Position[] {
  if (entries === 0) return [];
  if (entries === 1) return ['first'];
  return entries === 2 ? ['first', 'last', 'all'] : ['first', 'middle', 'last', 'all'];
}

/** Whether the entry at an index is one that a position selects. */
export function isAtPosition(index: number, position: Position | undefined, entries: number): boolean {
  return position === 'all' || index === indexOf(position, entries);
}

/** The plainest name of what a position selects: of two entries, the middle one is the last. */
export function plainestPosition(position: Position, entries: number): Position {
  const selects = (candidate: Position) =>
    Array.from({ length: entries }, (_, index) => isAtPosition(index, candidate, entries)).join();
  return positionsIn(entries).find((candidate) => selects(candidate) === selects(position)) ?? position;
}

function indexOf(position: Position | undefined, entries: number): number {
  if (position === 'first') return 0;
  return position === 'last' ? entries - 1 : Math.floor(entries / 2);
}
