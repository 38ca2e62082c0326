import { CompiledPattern } from './compiled-pattern.js';
import { InvalidPattern } from './language/invalid-pattern.js';

/** Whether an event matches a pattern, or why the pattern is not valid. */
export type PatternTest = { readonly result: boolean } | { readonly invalid: string };

/**
 * Tests a pattern with an event.
 * @param eventPattern a JSON string
 * @param event a JSON string
 */
export function testPattern(eventPattern: string, event: string): PatternTest {
  try {
    return { result: new CompiledPattern(eventPattern).matchesText(event) };
  } catch (error) {
    if (!(error instanceof InvalidPattern)) throw error;
    return { invalid: error.message };
  }
}
