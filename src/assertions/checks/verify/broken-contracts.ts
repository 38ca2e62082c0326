import type { AssertionContext } from '../../context.js';
import { CONTRACT_FIX, describeBreaches, unfinishedText } from '../contracts-kept.js';
import type { Finding } from './finding.js';

export function brokenContracts(
  { contracts }: AssertionContext,
  isNew: (about: object) => boolean,
): Finding | undefined {
  const breaches = contracts.breaches.filter(({ detail }) => isNew(detail));
  if (breaches.length === 0) return undefined;
  return {
    problem: 'broken-contract',
    text: describeBreaches(breaches),
    fix: CONTRACT_FIX,
    about: breaches.map(({ detail }) => detail),
  };
}

/** Details that an asynchronous schema has not checked yet. */
export function uncheckedContracts(
  { contracts }: AssertionContext,
  isNew: (about: object) => boolean,
): Finding | undefined {
  const pending = contracts.contracts.flatMap((contract) => contract.pending).filter(isNew);
  if (pending.length === 0) return undefined;
  const [text = '', fix = ''] = unfinishedText(pending.length).split(/(?<=\.) /);
  return {
    problem: 'broken-contract',
    text: `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
    fix,
    about: pending,
  };
}
