import { createRequire } from 'node:module';

/** TypeScript's API. If Node imported it, it would read its nine megabytes twice more, for the names that it exports. */
export default createRequire(import.meta.url)('typescript');
