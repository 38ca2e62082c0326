import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Collects what nobody refers to any more. What was used in this turn of the event loop may still be referred to. */
export const collectGarbage = runInNewContext('gc') as () => void;
