/** The same failures in Vitest; `failures-elsewhere.test.ts` builds and runs them. */
export default {
  test: {
    include: ['failures.vitest.js'],
    watch: false,
    pool: 'threads',
    // The library is imported by Node, as a package is.
    server: { deps: { external: [/\/\.tmp\/.*\/src\//] } },
  },
};
