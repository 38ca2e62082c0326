/** Who goes with whom, by index; what has no partner is in neither list. */
export interface Pairing {
  /** The partner of each on the left, or `undefined`. */
  readonly ofLeft: readonly (number | undefined)[];
  readonly ofRight: readonly (number | undefined)[];
}

/**
 * Pairs as many as can be, each with one partner only. A broad match must not take the event that a narrow one needs:
 * where the one that is wanted is taken, its owner is asked to move (augmenting paths).
 * @param fits whether two may be partners; asked once for each two, and the same places first, which is the usual case
 */
export function pair(
  left: number,
  right: number,
  fits: (leftIndex: number, rightIndex: number) => boolean,
): Pairing {
  const ofLeft: (number | undefined)[] = new Array(left).fill(undefined);
  const ofRight: (number | undefined)[] = new Array(right).fill(undefined);
  const known = new Map<number, boolean>();
  const fitting = (l: number, r: number) => {
    const key = l * right + r;
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = fits(l, r);
    known.set(key, answer);
    return answer;
  };
  for (let l = 0; l < Math.min(left, right); l++) {
    if (fitting(l, l)) {
      ofLeft[l] = l;
      ofRight[l] = l;
    }
  }
  for (let l = 0; l < left; l++) {
    if (ofLeft[l] === undefined) makeRoom(l, fitting, ofLeft, ofRight);
  }
  return { ofLeft, ofRight };
}

/** Looks, nearest first, for a free partner at the end of a chain of moves, and moves along it. */
function makeRoom(
  start: number,
  fitting: (l: number, r: number) => boolean,
  ofLeft: (number | undefined)[],
  ofRight: (number | undefined)[],
): void {
  const cameFrom = new Map<number, number>();
  const waiting = [start];
  for (let l = waiting.shift(); l !== undefined; l = waiting.shift()) {
    for (let r = 0; r < ofRight.length; r++) {
      if (cameFrom.has(r) || !fitting(l, r)) continue;
      cameFrom.set(r, l);
      const owner = ofRight[r];
      if (owner !== undefined) {
        waiting.push(owner);
        continue;
      }
      for (let taken: number | undefined = r; taken !== undefined; ) {
        const taker = cameFrom.get(taken);
        if (taker === undefined) return;
        const given: number | undefined = ofLeft[taker];
        ofLeft[taker] = taken;
        ofRight[taken] = taker;
        taken = given;
      }
      return;
    }
  }
}
