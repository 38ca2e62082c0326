// The sentences in which AWS's API framework says what a request breaks (recorded on EventBridge's own operations).

/** Joins the violations of one request into AWS's sentence. */
export function joined(violations: readonly string[]): string {
  const count = violations.length === 1 ? '1 validation error' : `${violations.length} validation errors`;
  return `${count} detected: ${violations.join('; ')}`;
}

/** One violation in the framework's words; a `null` value has no quotes. */
export function violation(value: string | null, path: string, constraint: string): string {
  const shown = value === null ? 'null' : `'${value}'`;
  return `Value ${shown} at '${path}' failed to satisfy constraint: ${constraint}`;
}

/** "Member must have length less than or equal to n", and its companion for the other end. */
export function lengthViolations(value: string, path: string, min: number, max: number): string[] {
  if (value.length < min)
    return [violation(value, path, `Member must have length greater than or equal to ${min}`)];
  if (value.length > max)
    return [violation(value, path, `Member must have length less than or equal to ${max}`)];
  return [];
}

/** "Member must satisfy regular expression pattern: …"; the framework matches whole values. */
export function patternViolation(value: string, path: string, pattern: string): string {
  return violation(value, path, `Member must satisfy regular expression pattern: ${pattern}`);
}
