const MOST_LINES = 5;

/** Findings as a block of text, a line each; of many the first few. */
export function linesOf(lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_LINES).map((line) => `  ${line}`);
  if (lines.length > MOST_LINES) shown.push(`  … and ${lines.length - MOST_LINES} more`);
  return shown.join('\n');
}
