/** How matches of every copy of this package know a pattern. */
import { PATTERN } from '../base/symbols.js';
import type { PatternMatcher } from '../match/match.js';
import type { EventPattern } from './event-pattern.js';
import { explain } from './explain.js';
import { compile } from './pattern.js';

/**
 * A condition in EventBridge's own language, for matches: as a whole match it is asked about the event as a rule sees it,
 * inside a match about the value that it stands for.
 *
 * @param eventPattern an object, or its JSON text, which is read as it is written
 * @throws {InvalidEventPatternException} with AWS's reason and its place
 * @example
 * ```ts
 * eb.assertPublished(pattern({ source: ['shop.orders'], detail: { total: [{ numeric: ['>', 100] }] } }));
 * eb.assertPublished({ detailType: 'OrderPlaced', detail: pattern({ total: [{ numeric: ['>', 100] }] }) });
 * ```
 */
export function pattern<Detail = unknown>(eventPattern: EventPattern<Detail> | string): PatternMatcher {
  const compiled = compile(eventPattern, 'pattern');
  const matcher = {
    isEventPattern: true as const,
    text: compiled.text,
    matches: (value: unknown) => compiled.matchesValue(value),
    explain: (value: object) => explain(compiled.text, value),
    toString: () => `pattern(${compiled.text})`,
  };
  return Object.defineProperty(matcher, PATTERN, { value: true });
}
