import { PATTERN } from '../base/symbols.js';
import { compile } from './compile.js';
import type { EventPattern } from './event-pattern.js';
import { type Explanation, explain } from './explain/explain.js';

/** A pattern in EventBridge's own language, for matches: `pattern({…})`. */
export interface PatternMatcher {
  matches(value: unknown): boolean;
  /** Why a value does not match, field by field. */
  explain(value: object): Explanation;
  readonly isEventPattern: true;
  /** The pattern as JSON. */
  readonly text: string;
}

/**
 * A pattern in EventBridge's own language, as a match or inside one. As a match it is compared with the event as a rule sees
 * it. Inside a match it is compared with the value at its location.
 *
 * @param eventPattern an object, or a JSON string
 * @throws {InvalidEventPatternException} with AWS's reason and its location in the pattern
 * @throws {FakeEventBridgeError} when it is neither an object nor a string
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
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
  // Matches of every copy of this package recognize it by the symbol.
  return Object.defineProperty(matcher, PATTERN, { value: true });
}
