// Loaded on demand: fake timers come with it, and importing the library costs nothing more.
export { exploreFailures } from './explore/explore-failures.js';
export { replay } from './explore/replay.js';
