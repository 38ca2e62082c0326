import type { Decision } from '../choices/decision.js';
import type { Position } from '../choices/failure.js';

const POSITIONS: Readonly<Record<Position, string>> = {
  first: 'the first entry',
  middle: 'the middle entry',
  last: 'the last entry',
  all: 'every entry',
};

/** The failures of a story as one clause: `the first entry of request 1 fails with ThrottlingException`. */
export function describeDecisions(decisions: readonly Decision[]): string {
  return decisions.length === 0 ? 'nothing fails' : decisions.map(describeDecision).join(', and ');
}

/** One failure in words. */
export function describeDecision({ request, failure, repeat, position }: Decision): string {
  if (position !== undefined) {
    const always = repeat === 'always' ? ' each time it is sent' : '';
    return `${POSITIONS[position]} of request ${request} fails with ${failure.code}${always}`;
  }
  const clause = failure.sentence.replace('{}', String(request));
  if (repeat === 'call') return `${clause}, and so does every retry of the SDK`;
  return repeat === 'always' ? `${clause}, and so does every request after it` : clause;
}
