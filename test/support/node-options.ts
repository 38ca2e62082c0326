import { join } from 'node:path';
import { root } from './root';

/** The NODE_OPTIONS of the programs that tests start, in place of those with which the tests themselves were started. */
export const NODE_OPTIONS = `--require=${JSON.stringify(join(root, 'scripts/optimize-less.cjs'))}`;
