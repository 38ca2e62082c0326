import { createRequire } from 'node:module';

/** TypeScript's API, required. To import it, Node reads nine megabytes twice more, for the names that they export. */
export default createRequire(import.meta.url)('typescript');
