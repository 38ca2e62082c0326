/** Who goes with whom, by index. */
export interface Pairing {
  /** The partner of each on the left, or `undefined`. */
  readonly ofLeft: readonly (number | undefined)[];
  readonly ofRight: readonly (number | undefined)[];
}

/**
 * Pairs as many as can be, each with one partner only. A broad match must not take the event that a narrow one needs:
 * where the one that is wanted is taken, its owner moves on to another one, if it can.
 * @param fits whether two may be partners
 */
export function pair(
  left: number,
  right: number,
  fits: (leftIndex: number, rightIndex: number) => boolean,
): Pairing {
  const ofLeft: (number | undefined)[] = new Array(left).fill(undefined);
  const ofRight: (number | undefined)[] = new Array(right).fill(undefined);
  const take = (l: number, r: number) => {
    ofLeft[l] = r;
    ofRight[r] = l;
  };
  // Most publishers keep the order of what they were given, or nearly so: look first where the last one was found.
  let next = 0;
  const takeFree = (l: number): boolean => {
    for (const r of outward(next, right)) {
      if (ofRight[r] !== undefined || !fits(l, r)) continue;
      take(l, r);
      next = r + 1;
      return true;
    }
    return false;
  };
  /** Takes a partner from another one that can do with a third, which may take it from a fourth, and so on. */
  const takeOver = (start: number): void => {
    const wantedBy = new Map<number, number>();
    const wanting = [start];
    for (const l of wanting) {
      for (let r = 0; r < right; r++) {
        if (wantedBy.has(r) || !fits(l, r)) continue;
        wantedBy.set(r, l);
        const owner = ofRight[r];
        if (owner !== undefined) {
          wanting.push(owner);
          continue;
        }
        for (let free: number | undefined = r; free !== undefined; ) {
          const taker = wantedBy.get(free);
          if (taker === undefined) break;
          const given: number | undefined = ofLeft[taker];
          take(taker, free);
          free = given;
        }
        return;
      }
    }
  };
  for (let l = 0; l < left; l++) if (!takeFree(l)) takeOver(l);
  return { ofLeft, ofRight };
}

/** The numbers below a length: first the one to start at, then by their distance from it. */
function* outward(start: number, length: number): Generator<number> {
  for (let distance = 0; distance < length; distance++) {
    if (start + distance < length) yield start + distance;
    if (start - 1 - distance >= 0) yield start - 1 - distance;
  }
}
