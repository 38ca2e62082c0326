import assertions from './reasons/assertions.mjs';
import engine from './reasons/engine.mjs';
import faults from './reasons/faults.mjs';
import journal from './reasons/journal.mjs';
import match from './reasons/match.mjs';
import pattern from './reasons/pattern.mjs';
import service from './reasons/service.mjs';

/** Why a mutant may live: by file below `src`, and the code that it changes. */
export const REASONS = [...assertions, ...engine, ...faults, ...journal, ...match, ...pattern, ...service];
