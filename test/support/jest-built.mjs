import base from './jest-base.mjs';

/**
 * For tests that import the package as it was built: inside of a package, its own name finds its exports.
 * Samples of the docs use the globals of Jest.
 */
export default { ...base, injectGlobals: true, moduleNameMapper: {}, modulePathIgnorePatterns: [] };
