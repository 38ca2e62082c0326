// Helpers of the benchmarks: interleaved rounds, medians, nothing thrown away but the warm-up.

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Times several contestants in turns, so that what else the machine does meets all of them alike.
 * @param contestants name → function that runs one operation; awaited, unless `isSync`
 * @returns name → microseconds per operation in each round
 */
export async function race(contestants, { rounds = 81, operations = 60, isSync = false } = {}) {
  const names = Object.keys(contestants);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -3; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const run = contestants[name];
      const start = process.hrtime.bigint();
      if (isSync) for (let i = 0; i < operations; i++) run();
      else for (let i = 0; i < operations; i++) await run();
      const microseconds = Number(process.hrtime.bigint() - start) / 1000 / operations;
      if (round >= 0) times[name].push(microseconds);
    }
  }
  return times;
}
