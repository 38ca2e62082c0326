import type { Suggestion } from 'fake-eventbridge';

/** Changes an event as a suggestion says. */
export function applySuggestion(event: Record<string, unknown>, path: string, suggestion: Suggestion): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = event;
  for (const name of names) {
    const next = at[name];
    const isObject = typeof next === 'object' && next !== null && !Array.isArray(next);
    if (!isObject && 'remove' in suggestion) {
      delete at[name];
      return;
    }
    if (!isObject) at[name] = {};
    at = at[name] as Record<string, unknown>;
  }
  if ('remove' in suggestion) delete at[last];
  else at[last] = suggestion.set;
}
