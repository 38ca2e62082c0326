/** How a value would be written in code, in a few words. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return value.name ? `the function ${value.name}` : 'a function';
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) {
    const type: unknown = Object.getPrototypeOf(value)?.constructor?.name;
    return typeof type === 'string' && type !== 'Object' && type.trim() !== ''
      ? `an object of class ${type}`
      : 'an object';
  }
  return String(value);
}

/** What somebody threw: `TypeError: x is not a function`. */
export function describeError(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : describeValue(thrown);
}
