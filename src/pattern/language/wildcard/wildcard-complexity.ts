import { InvalidPattern } from '../invalid-pattern.js';
import type { ValuePattern } from '../value-pattern.js';
import type { Wildcard } from './wildcard.js';
import { mostSimultaneous, PrefixTree } from './wildcard-prefixes.js';

/** AWS refuses a pattern of 11 and accepts one of 7 (recorded); that it accepts 10 is inferred. */
const MAX_COMPLEXITY = 10;

/**
 * "Rule is too complex …" comes once the pattern is read, without a location (recorded).
 * @param fields the alternatives of each field
 */
export function refuseComplexity(fields: Iterable<readonly ValuePattern[]>): void {
  for (const patterns of new Set(fields)) {
    if (wildcardComplexity(patterns, MAX_COMPLEXITY + 1) > MAX_COMPLEXITY) {
      throw new InvalidPattern(
        'Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character',
      );
    }
  }
}

/**
 * How many prefixes of the wildcards of one field a single value can match at once, as `evaluateComplexity` of AWS's
 * rule engine defines it. `ab` matches the prefixes `a*`, `a*b` and `ab` of `a*b` and `ab*`. Equal patterns count once.
 * That the wildcards of one `anything-but` share their common prefixes, and their end, is inferred.
 * @param limit counting stops there
 */
export function wildcardComplexity(patterns: readonly ValuePattern[], limit: number): number {
  const trees = new Map<string, PrefixTree>();
  for (const pattern of patterns) {
    const wildcards = wildcardsOf(pattern);
    const keys = [...new Set(wildcards.map(({ parts }) => JSON.stringify(parts)))].sort();
    if (keys.length > 0) trees.set(`${pattern.kind} ${keys.join()}`, new PrefixTree(wildcards));
  }
  return mostSimultaneous([...trees.values()], limit);
}

function wildcardsOf(pattern: ValuePattern): readonly Wildcard[] {
  if (pattern.kind === 'anything-but') return pattern.none.flatMap(wildcardsOf);
  return pattern.kind === 'wildcard' ? [pattern.wildcard] : [];
}
