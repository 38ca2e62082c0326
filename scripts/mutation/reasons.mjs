/** Why a mutant may live: by file below `src`, and a part of the code that it changes. */
export const REASONS = [];
