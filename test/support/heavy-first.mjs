import Sequencer from '@jest/test-sequencer';

/** Starts the test files that take longest first, so that none of them runs alone at the end. */
export default class HeavyFirst extends Sequencer {
  sort(tests) {
    const isHeavy = ({ context }) =>
      ['package', 'programs', 'properties'].includes(context.config.displayName?.name);
    return super.sort(tests).sort((a, b) => Number(isHeavy(b)) - Number(isHeavy(a)));
  }
}
