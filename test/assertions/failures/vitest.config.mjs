/** The same failures in Vitest; `failures-elsewhere.test.ts` runs it. */
export default {
  test: { root: import.meta.dirname, include: ['failures.vitest.ts'], watch: false },
};
