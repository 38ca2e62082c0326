/** The tests without a set-up file, and those that share one. */
export default { test: { projects: [{ test: { include: ['*.test.mjs'] } }, './shared'] } };
