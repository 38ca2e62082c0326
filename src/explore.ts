// Loaded on demand: fake timers come with it, and importing the library costs nothing more.
import { exploreFailures as explore } from './explore/explore-failures.js';
import { inTurn } from './explore/in-turn.js';
import { replay as replayOne } from './explore/replay.js';

export const exploreFailures: typeof explore = (...args) => inTurn(() => explore(...args));
export const replay: typeof replayOne = (...args) => inTurn(() => replayOne(...args));
