const MAX_LINES = 5;

/** Findings as a block of text, a line each; of many the first few. */
export function linesOf(lines: readonly string[]): string {
  const listed = lines.slice(0, MAX_LINES).map((line) => `  ${line}`);
  if (lines.length > MAX_LINES) listed.push(`  … and ${lines.length - MAX_LINES} more`);
  return listed.join('\n');
}
