/** The parts of the library that are loaded on demand, and which files of `src` belong to each. The others are the core. */
const PARTS = {
  patterns: /^pattern\//,
  templates: /^cloudformation\//,
  failures: /^assertions\/(diagnosis|report)\//,
  explore: /^explore(\.ts$|\/(?!explorations))/,
};

/** The part that a file of `src` belongs to; `undefined` for the core. */
export function partOf(file) {
  return Object.keys(PARTS).find((part) => PARTS[part].test(file));
}

export const PART_NAMES = Object.keys(PARTS);
